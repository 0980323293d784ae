package parcelrecon.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/**
 * Judged parcels of a seed. They make no sense together: what is kept must come back whatever it
 * says.
 */
public final class RandomParcels {

  private static final Instant START = Instant.parse("2022-04-13T11:33:00.123456789Z");

  private final Random random;

  public RandomParcels(long seed) {
    this.random = new Random(seed);
  }

  public List<Judgement> judgements(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(number -> judgement(prefix + number)).toList();
  }

  Judgement judgement(String parcelId) {
    ParcelEvidence evidence = evidence(parcelId);
    return new Judgement(
        evidence,
        true,
        maybe(oneOf(Verdict.values())),
        maybe(oneOf(MismatchKind.values())),
        mismatches(evidence));
  }

  /** Suggestions that stand on mismatches of the parcel, ordered by suggestion. */
  List<Datafix> datafixes(Judgement judgement) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(number -> datafix(oneOf(judgement.mismatches())))
        .sorted(Comparator.comparing(Datafix::suggestion))
        .toList();
  }

  private Datafix datafix(Mismatch standsOn) {
    boolean money = random.nextBoolean();
    return new Datafix(
        oneOf(Suggestion.values()),
        oneOf(Datafix.Form.values()),
        standsOn.kind(),
        standsOn.group(),
        money ? random.nextLong(1, 100_000) : null,
        money ? "TWD" : null);
  }

  private List<Mismatch> mismatches(ParcelEvidence evidence) {
    Set<MismatchKind> kinds = EnumSet.of(oneOf(MismatchKind.values()));
    while (random.nextInt(3) > 0) {
      kinds.add(oneOf(MismatchKind.values()));
    }
    List<Mismatch> mismatches = new ArrayList<>();
    for (MismatchKind kind : kinds) {
      mismatches.add(mismatch(evidence, kind, ""));
    }
    if (kinds.remove(MismatchKind.EVENT_NOT_CONSUMED)) {
      mismatches.removeIf(mismatch -> mismatch.kind() == MismatchKind.EVENT_NOT_CONSUMED);
      mismatches.add(mismatch(evidence, MismatchKind.EVENT_NOT_CONSUMED, "fms"));
      mismatches.add(mismatch(evidence, MismatchKind.EVENT_NOT_CONSUMED, "FMS-celery"));
    }
    mismatches.sort(
        Comparator.comparing((Mismatch mismatch) -> mismatch.kind().name())
            .thenComparing(Mismatch::group));
    return mismatches;
  }

  private Mismatch mismatch(ParcelEvidence evidence, MismatchKind kind, String group) {
    return new Mismatch(
        evidence.parcelId(),
        kind,
        group,
        oneOf(Proof.values()),
        random.nextBoolean(),
        amounts(kind),
        kind == MismatchKind.UNCOLLECTED ? oneOf(Mismatch.Reason.values()) : null,
        evidence.records().map(SourceRecord::ref).filter(ref -> random.nextBoolean()).toList());
  }

  private Mismatch.Amounts amounts(MismatchKind kind) {
    return switch (kind.mismatchClass()) {
      case DOWNSTREAM, INFO -> Mismatch.Amounts.NONE;
      case COUNTER, GOODS, MONEY ->
          new Mismatch.Amounts(
              random.nextInt(4) == 0 ? "JPY" : "TWD",
              random.nextLong(1_000_000),
              random.nextLong(-1_000, 1_000_000),
              random.nextBoolean() ? random.nextLong(1, 1_000_000) : null,
              random.nextBoolean() ? random.nextLong(1, 1_000_000) : null);
    };
  }

  private ParcelEvidence evidence(String id) {
    return new ParcelEvidence(
        id,
        some(number -> outbound(id, number)),
        some(number -> payment(id, number)),
        some(number -> event(id, number)),
        some(number -> attempt(id, number)),
        some(number -> answer(id, number)),
        some(number -> new RejectedRow(id, file(SourceName.PAYMENTS, number))));
  }

  private Outbound outbound(String id, int number) {
    boolean requested = random.nextBoolean();
    return new Outbound(
        id,
        new RecordRef.TableRow(SourceName.OUTBOUND, "parcel_outbound", id + ":" + number),
        orNull(id + "/" + number),
        orNull("門市-" + random.nextInt(20)),
        orNull("O" + number),
        orNull("C" + random.nextInt(50)),
        oneOf(Outbound.PaymentTerm.values()),
        random.nextLong(1_000_000),
        "TWD",
        oneOf(Outbound.OutboundState.values()),
        requested ? time() : null,
        !requested || random.nextBoolean() ? time() : null,
        orNull(time()),
        orNull(time()),
        orNull(random.nextLong()));
  }

  private Payment payment(String id, int number) {
    Instant paidAt = time();
    return new Payment(
        id,
        file(SourceName.PAYMENTS, number),
        "P" + number,
        oneOf(Payment.PaymentKind.values()),
        oneOf(Payment.PaymentState.values()),
        random.nextLong(1_000_000),
        "TWD",
        orNull("現金"),
        orNull(random.nextBoolean() ? Moment.at(paidAt) : new Moment(paidAt, time())));
  }

  private ParcelEvent event(String id, int number) {
    return new ParcelEvent(
        id,
        new RecordRef.TopicOffset(SourceName.EVENTS, "parcel-outbound", 3, number),
        orNull("E" + number),
        "OUTBOUND_COMPLETED",
        orNull(time()),
        time(),
        ParcelEvent.TimestampType.CREATE_TIME,
        orNull("S" + random.nextInt(20)),
        orNull(random.nextLong(1_000_000)));
  }

  private Attempt attempt(String id, int number) {
    return new Attempt(
        id,
        file(SourceName.ATTEMPTS, number),
        orNull("A" + random.nextInt(20)),
        time(),
        orNull((long) random.nextInt(60_000)),
        oneOf(Attempt.AttemptOutcome.values()),
        orNull("Q" + random.nextInt(3)));
  }

  private Answer answer(String id, int number) {
    return new Answer(
        id,
        new RecordRef.AnswerRow(1, number),
        oneOf(Answer.StoreAnswer.values()),
        time(),
        "小林",
        "=1+1");
  }

  private RecordRef file(SourceName source, int number) {
    return new RecordRef.FileLine(source, "settlement/\"19\"時,a.csv", number * 7L);
  }

  private <T> List<T> some(IntFunction<T> make) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(make).toList();
  }

  private Instant time() {
    return START.plusNanos(random.nextLong(86_400_000_000_000L));
  }

  private <T> T orNull(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private <T> Optional<T> maybe(T value) {
    return Optional.ofNullable(orNull(value));
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
