package parcelrecon.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Moment;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;

/**
 * Records of one parcel as no site would write them: few values, so that times, amounts, ids and
 * currencies often meet, and every optional column absent now and then.
 */
final class RandomRecords {

  private static final Instant FROM = Instant.parse("2022-04-13T11:33:00Z");

  private final Random random;
  private int rows;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  List<SourceRecord> next() {
    List<SourceRecord> records = new ArrayList<>();
    add(records, 4, this::outbound);
    add(records, 5, this::payment);
    add(records, 4, this::event);
    add(records, 3, this::attempt);
    add(records, 2, this::answer);
    add(records, random.nextInt(8) == 0 ? 2 : 1, this::rejected);
    return records;
  }

  private void add(List<SourceRecord> records, int bound, Supplier<SourceRecord> one) {
    for (int count = random.nextInt(bound); count > 0; count--) {
      records.add(one.get());
    }
  }

  private Outbound outbound() {
    Instant completedAt = maybe(this::time);
    return new Outbound(
        Parcels.ID,
        line(SourceName.OUTBOUND),
        maybe(() -> pick("O1", "O2", "O3")),
        maybe(() -> pick("S1", "S2")),
        null,
        maybe(() -> "C1"),
        pick(Outbound.PaymentTerm.values()),
        amount(),
        pick("TWD", "TWD", "TWD", "JPY"),
        pick(Outbound.OutboundState.values()),
        completedAt == null ? time() : maybe(this::time),
        completedAt,
        maybe(this::time),
        maybe(this::time),
        maybe(() -> (long) random.nextInt(3)));
  }

  private Payment payment() {
    return new Payment(
        Parcels.ID,
        line(SourceName.PAYMENTS),
        pick("1", "2", "3", "4"),
        random.nextInt(3) > 0 ? Payment.PaymentKind.CAPTURE : Payment.PaymentKind.REFUND,
        random.nextInt(3) > 0
            ? Payment.PaymentState.SUCCEEDED
            : pick(Payment.PaymentState.values()),
        amount(),
        random.nextInt(5) > 0 ? "TWD" : pick("JPY", "USD"),
        maybe(() -> "cash"),
        maybe(this::moment));
  }

  private ParcelEvent event() {
    Instant timestamp = maybe(this::time);
    return new ParcelEvent(
        Parcels.ID,
        new RecordRef.TopicOffset(SourceName.EVENTS, "topic", random.nextInt(3), ++rows),
        maybe(() -> pick("E1", "E2")),
        pick("OUT", "OUT", "REVERSED", "STILL", "OTHER"),
        maybe(this::time),
        timestamp,
        timestamp == null
            ? ParcelEvent.TimestampType.NONE
            : ParcelEvent.TimestampType.LOG_APPEND_TIME,
        maybe(() -> pick("S1", "S2")),
        maybe(this::amount));
  }

  private Attempt attempt() {
    return new Attempt(
        Parcels.ID,
        line(SourceName.ATTEMPTS),
        maybe(() -> "S1"),
        time(),
        maybe(() -> (long) random.nextInt(60_000)),
        pick(Attempt.AttemptOutcome.values()),
        maybe(() -> "Q" + random.nextInt(2)));
  }

  private Answer answer() {
    return new Answer(
        Parcels.ID,
        new RecordRef.AnswerRow(1, ++rows),
        pick(Answer.StoreAnswer.values()),
        time(),
        "",
        "");
  }

  private RejectedRow rejected() {
    return new RejectedRow(Parcels.ID, line(SourceName.PAYMENTS));
  }

  private RecordRef line(SourceName source) {
    return new RecordRef.FileLine(source, "f", ++rows);
  }

  /** From 20 minutes before the window to a day after its start, in steps of five minutes. */
  private Instant time() {
    int steps = random.nextInt(4) == 0 ? random.nextInt(288) : random.nextInt(20);
    return FROM.plusSeconds(300L * (steps - 4));
  }

  private Moment moment() {
    Instant day = Instant.parse("2022-04-12T16:00:00Z");
    return random.nextInt(4) == 0 ? new Moment(day, day.plusSeconds(86_400)) : Moment.at(time());
  }

  private long amount() {
    return pick(0L, 100L, 100L, 100L, 5000L, 10_000L);
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
