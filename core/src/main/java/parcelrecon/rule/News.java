package parcelrecon.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceRecord;

/**
 * What is new or different in a parcel's records since they were seen before: by which change the
 * parcel became what it is. Where a record stands (its ref) is no difference: files are exported
 * again, and their lines move. Each list is in the order of its refs.
 *
 * @param outbounds new, or with another content than then
 * @param payments new, or with another content than then
 * @param unseen records of then that are not seen now: gone, or out of reach. Never a proof
 */
public record News(
    List<OutboundNews> outbounds,
    List<Payment> payments,
    List<ParcelEvent> events,
    List<Attempt> attempts,
    List<Answer> answers,
    List<SourceRecord> unseen) {

  /**
   * A pick-up record that is new or changed. It is the same record while its outboundId is, or,
   * without one, while it begins at the same instant.
   *
   * @param then absent when the record is new
   */
  public record OutboundNews(Optional<Outbound> then, Outbound now) {}

  public News {
    outbounds = List.copyOf(outbounds);
    payments = List.copyOf(payments);
    events = List.copyOf(events);
    attempts = List.copyOf(attempts);
    answers = List.copyOf(answers);
    unseen = List.copyOf(unseen);
  }

  public static News between(ParcelEvidence then, ParcelEvidence now) {
    Pairs<Outbound> outbounds =
        Pairs.of(then.outbounds(), now.outbounds(), News::key, Identity::columns);
    Pairs<Payment> payments =
        Pairs.of(then.payments(), now.payments(), Identity.PAYMENT.key(), Identity::columns);
    Pairs<ParcelEvent> events = Pairs.of(then.events(), now.events(), Identity::columns);
    Pairs<Attempt> attempts = Pairs.of(then.attempts(), now.attempts(), Identity::columns);
    Pairs<Answer> answers = Pairs.of(then.answers(), now.answers(), Answer::ref);
    return new News(
        outbounds.since().stream().map(pair -> new OutboundNews(pair.then(), pair.now())).toList(),
        payments.rows(),
        events.rows(),
        attempts.rows(),
        answers.rows(),
        Stream.of(outbounds, payments, events, attempts, answers)
            .<SourceRecord>flatMap(pairs -> pairs.unseen().stream())
            .toList());
  }

  public boolean isNone() {
    return since().isEmpty() && unseen.isEmpty();
  }

  /** The new and changed records as they are now, by source, then ref; not those unseen. */
  public List<SourceRecord> since() {
    List<SourceRecord> since = new ArrayList<>();
    outbounds.forEach(news -> since.add(news.now()));
    since.addAll(payments);
    since.addAll(events);
    since.addAll(attempts);
    since.addAll(answers);
    return List.copyOf(since);
  }

  /** Where {@link #since} stands, sorted: the change to cite. */
  public List<RecordRef> refs() {
    return since().stream().map(SourceRecord::ref).sorted().toList();
  }

  /** A pick-up record of then as it is now; absent while it is as it was, or unseen. */
  public Optional<Outbound> changed(Outbound then) {
    return outbounds.stream()
        .filter(news -> news.then().filter(then::equals).isPresent())
        .map(OutboundNews::now)
        .findFirst();
  }

  private static Object key(Outbound outbound) {
    return outbound.outboundId() != null ? outbound.outboundId() : outbound.start();
  }

  private record Pair<T>(Optional<T> then, T now) {}

  /**
   * The records of one kind that are not the same then and now. Equal ones are taken out first, so
   * that the pairs do not depend on the order.
   */
  private record Pairs<T extends SourceRecord>(List<Pair<T>> since, List<T> unseen) {

    static <T extends SourceRecord> Pairs<T> of(
        List<T> then, List<T> now, Function<T, Object> content) {
      return of(then, now, content, content);
    }

    static <T extends SourceRecord> Pairs<T> of(
        List<T> then, List<T> now, Function<T, Object> key, Function<T, Object> content) {
      ByKey<T> equal = new ByKey<>(then, content);
      List<T> fresh = now.stream().filter(row -> equal.take(row).isEmpty()).toList();
      ByKey<T> changed = new ByKey<>(equal.left(), key);
      List<Pair<T>> since = fresh.stream().map(row -> new Pair<>(changed.take(row), row)).toList();
      return new Pairs<>(since, changed.left());
    }

    List<T> rows() {
      return since.stream().map(Pair::now).toList();
    }
  }
}
