package parcelrecon.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All records of one parcel from all sources, each counted once, each list in the order of its
 * refs.
 *
 * @param rejectedRows rows that carry the parcel's id but could not be read
 */
public record ParcelEvidence(
    String parcelId,
    List<Outbound> outbounds,
    List<Payment> payments,
    List<ParcelEvent> events,
    List<Attempt> attempts,
    List<Answer> answers,
    List<RejectedRow> rejectedRows) {

  /** The order in which the pick-up is the greatest. */
  private static final Comparator<Outbound> PICK_UP =
      Comparator.comparing(Outbound::end)
          .thenComparing(
              outbound -> outbound.outboundId() == null ? "" : outbound.outboundId(),
              Utf8Order.COMPARATOR)
          .thenComparing(Outbound::ref);

  public ParcelEvidence {
    outbounds = List.copyOf(outbounds);
    payments = List.copyOf(payments);
    events = List.copyOf(events);
    attempts = List.copyOf(attempts);
    answers = List.copyOf(answers);
    rejectedRows = List.copyOf(rejectedRows);
  }

  public Stream<SourceRecord> records() {
    List<SourceRecord> all = new ArrayList<>(outbounds);
    all.addAll(payments);
    all.addAll(events);
    all.addAll(attempts);
    all.addAll(answers);
    all.addAll(rejectedRows);
    return all.stream();
  }

  /** Whether no source showed anything of it that could be read: an answer is of no source. */
  public boolean isUnseen() {
    return outbounds.isEmpty() && payments.isEmpty() && events.isEmpty() && attempts.isEmpty();
  }

  /**
   * The effective outbound that ended last (then the greatest outboundId, then the greatest ref).
   */
  public Optional<Outbound> pickUp() {
    return outbounds.stream().filter(Outbound::isEffective).max(PICK_UP);
  }

  /**
   * The outbound a row about this parcel shows: its pick-up, else its last completed one, else its
   * last.
   */
  public Optional<Outbound> subject() {
    return pickUp()
        .or(() -> outbounds.stream().filter(Outbound::isCompleted).max(PICK_UP))
        .or(() -> outbounds.stream().max(PICK_UP));
  }

  /** The attempts as the counter's screen saw them: those of one request are one call. */
  public List<Call> calls() {
    return Call.of(attempts);
  }

  /**
   * The latest answer (of several at one time the greatest ref); absent when no store was asked.
   */
  public Optional<Answer> latestAnswer() {
    return answers.stream()
        .max(Comparator.comparing(Answer::answeredAt).thenComparing(Answer::ref));
  }
}
