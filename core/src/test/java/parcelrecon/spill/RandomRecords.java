package parcelrecon.spill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

/** Records of every type with every column now present, now absent, from a seed. */
final class RandomRecords {

  private final SplittableRandom random;
  private final int parcels;
  private int line;

  RandomRecords(long seed, int parcels) {
    this.random = new SplittableRandom(seed);
    this.parcels = parcels;
  }

  List<SourceRecord> list(int count) {
    List<SourceRecord> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(next());
    }
    return rows;
  }

  SourceRecord next() {
    String parcelId = "包裹-" + random.nextInt(parcels);
    return switch (random.nextInt(6)) {
      case 0 -> outbound(parcelId);
      case 1 ->
          new Payment(
              parcelId,
              file(SourceName.PAYMENTS),
              "p" + line,
              one(Payment.PaymentKind.values()),
              one(Payment.PaymentState.values()),
              random.nextLong(0, 1L << 40),
              "TWD",
              text(),
              random.nextBoolean() ? null : new Moment(instant(), instant()));
      case 2 ->
          new ParcelEvent(
              parcelId,
              topic(),
              text(),
              "OUTBOUND",
              optionalInstant(),
              optionalInstant(),
              one(ParcelEvent.TimestampType.values()),
              text(),
              optionalLong());
      case 3 ->
          new Attempt(
              parcelId,
              file(SourceName.ATTEMPTS),
              text(),
              instant(),
              optionalLong(),
              one(Attempt.AttemptOutcome.values()),
              text());
      case 4 ->
          new Answer(
              parcelId,
              new RecordRef.AnswerRow(7, ++line),
              one(Answer.StoreAnswer.values()),
              instant(),
              "林",
              "");
      default -> new RejectedRow(parcelId, file(SourceName.OUTBOUND));
    };
  }

  private Outbound outbound(String parcelId) {
    return new Outbound(
        parcelId,
        new RecordRef.TableRow(SourceName.OUTBOUND, "parcel_outbound", "O" + ++line),
        text(),
        text(),
        text(),
        text(),
        one(Outbound.PaymentTerm.values()),
        random.nextLong(0, 1L << 40),
        "JPY",
        one(Outbound.OutboundState.values()),
        instant(),
        optionalInstant(),
        optionalInstant(),
        optionalInstant(),
        optionalLong());
  }

  private RecordRef file(SourceName source) {
    return new RecordRef.FileLine(source, "folder/file.csv", ++line);
  }

  private RecordRef topic() {
    return new RecordRef.TopicOffset(SourceName.EVENTS, "parcel-outbound", 3, ++line);
  }

  private String text() {
    return random.nextBoolean() ? null : "text \"" + random.nextInt() + "\" 😀";
  }

  private Long optionalLong() {
    return random.nextBoolean() ? null : random.nextLong(0, Long.MAX_VALUE);
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-1_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
  }

  private Instant optionalInstant() {
    return random.nextBoolean() ? null : instant();
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
