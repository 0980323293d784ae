package parcelrecon.rulecase;

import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvent.TimestampType;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;

/**
 * How a case writes a record. The second word names it and is its key: {@code outbound O1 COD
 * 100.00 completed=19:40}, {@code capture P1 100.00 at=19:41}, {@code refund R1 …}, {@code event E1
 * at=19:40 stamp=19:40}, {@code attempt A1 ERROR at=19:40 millis=9100 request=Q1}, {@code answer N1
 * ON_SHELF at=14T09:00}, {@code rejected payments X1}.
 */
final class RecordNotation {

  static final String PARCEL = "P-1";
  static final String OUTBOUND_TYPE = "OUTBOUND_COMPLETED";
  static final String TOPIC = "parcel-outbound";
  private static final String CURRENCY = "TWD";

  private RecordNotation() {}

  static SourceRecord read(String line) {
    Words words = new Words(line);
    SourceRecord record =
        switch (words.plain(0)) {
          case "outbound" -> outbound(words);
          case "capture" -> payment(words, Payment.PaymentKind.CAPTURE);
          case "refund" -> payment(words, Payment.PaymentKind.REFUND);
          case "event" -> event(words);
          case "attempt" -> attempt(words);
          case "answer" -> answer(words);
          case "rejected" ->
              new RejectedRow(PARCEL, row(SourceName.of(words.plain(1)), words.plain(2)));
          default -> throw new IllegalArgumentException("unknown record: " + line);
        };
    words.end();
    return record;
  }

  private static Outbound outbound(Words words) {
    String currency = words.text("currency", CURRENCY);
    String id = words.text("id", words.plain(1));
    return new Outbound(
        PARCEL,
        row(SourceName.OUTBOUND, words.plain(1)),
        id.equals("none") ? null : id,
        words.text("store"),
        words.text("order"),
        words.text("checkout"),
        Outbound.PaymentTerm.valueOf(words.plain(2)),
        Words.minor(words.plain(3), currency),
        currency,
        Outbound.OutboundState.valueOf(words.text("state", "COMPLETED")),
        words.time("requested"),
        words.time("completed"),
        words.time("deadline"),
        words.time("payout"),
        words.number("version"));
  }

  private static Payment payment(Words words, Payment.PaymentKind kind) {
    String currency = words.text("currency", CURRENCY);
    return new Payment(
        PARCEL,
        row(SourceName.PAYMENTS, words.plain(1)),
        words.text("id", words.plain(1)),
        kind,
        Payment.PaymentState.valueOf(words.text("state", "SUCCEEDED")),
        Words.minor(words.plain(2), currency),
        currency,
        words.text("channel"),
        words.moment("at"));
  }

  private static ParcelEvent event(Words words) {
    String where = words.text("offset", "0:" + words.plain(1).replaceAll("\\D", ""));
    String[] offset = where.split(":");
    RecordRef ref =
        where.startsWith("line:")
            ? new RecordRef.FileLine(SourceName.EVENTS, "e.jsonl", Long.parseLong(offset[1]))
            : new RecordRef.TopicOffset(
                SourceName.EVENTS,
                words.text("topic", TOPIC),
                Integer.parseInt(offset[0]),
                Long.parseLong(offset[1]));
    boolean stamped = words.text("stamp") != null;
    return new ParcelEvent(
        PARCEL,
        ref,
        words.plain(1),
        words.text("type", OUTBOUND_TYPE),
        words.time("at"),
        words.time("stamp"),
        stamped ? TimestampType.CREATE_TIME : TimestampType.NONE,
        words.text("store"),
        words.amount("amount", CURRENCY));
  }

  private static Attempt attempt(Words words) {
    long line = Long.parseLong(words.plain(1).replaceAll("\\D", ""));
    return new Attempt(
        PARCEL,
        new RecordRef.FileLine(SourceName.ATTEMPTS, "gateway.jsonl", line),
        words.text("store"),
        words.time("at"),
        words.number("millis"),
        Attempt.AttemptOutcome.valueOf(words.plain(2)),
        words.text("request"));
  }

  private static Answer answer(Words words) {
    long row = Long.parseLong(words.plain(1).replaceAll("\\D", ""));
    return new Answer(
        PARCEL,
        new RecordRef.AnswerRow(1, row),
        Answer.StoreAnswer.valueOf(words.plain(2)),
        words.time("at"),
        "",
        "");
  }

  private static RecordRef row(SourceName source, String key) {
    return new RecordRef.TableRow(source, "t", key);
  }
}
