package parcelrecon.spill;

import static parcelrecon.spill.RecordBytes.NO_TEXT;
import static parcelrecon.spill.RecordBytes.NO_TIME;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
 * Records as bytes and back.
 *
 * <p>A record is its type (1 byte), what has a fixed size (states, times, amounts) at fixed places,
 * then its texts: parcel id and ref first. The type's number and every enum's ordinal are part of
 * the format: {@link EvidenceCodec#VERSION} changes with them.
 */
final class RecordCodec {

  private static final int OUTBOUND = 1;
  private static final int PAYMENT = 2;
  private static final int EVENT = 3;
  private static final int ATTEMPT = 4;
  private static final int ANSWER = 5;
  private static final int REJECTED_ROW = 6;

  private static final SourceName[] SOURCES = SourceName.values();

  private RecordCodec() {}

  static void write(SourceRecord row, RecordBytes out) {
    if (row instanceof Outbound outbound) {
      writeOutbound(outbound, out);
    } else if (row instanceof Payment payment) {
      writePayment(payment, out);
    } else if (row instanceof ParcelEvent event) {
      writeEvent(event, out);
    } else if (row instanceof Attempt attempt) {
      writeAttempt(attempt, out);
    } else if (row instanceof Answer answer) {
      writeAnswer(answer, out);
    } else if (row instanceof RejectedRow rejected) {
      out.putByte(REJECTED_ROW);
      writeIdentity(rejected, out);
    }
  }

  static SourceRecord read(ByteBuffer in) {
    int type = in.get();
    return switch (type) {
      case OUTBOUND -> readOutbound(in);
      case PAYMENT -> readPayment(in);
      case EVENT -> readEvent(in);
      case ATTEMPT -> readAttempt(in);
      case ANSWER -> readAnswer(in);
      case REJECTED_ROW -> new RejectedRow(text(in), ref(in));
      default -> throw new IllegalStateException("unknown record type " + type);
    };
  }

  private static void writeOutbound(Outbound outbound, RecordBytes out) {
    out.putByte(OUTBOUND);
    out.putByte(outbound.payment().ordinal());
    out.putByte(outbound.state().ordinal());
    out.putLong(outbound.dueMinor());
    out.putTime(outbound.requestedAt());
    out.putTime(outbound.completedAt());
    out.putTime(outbound.pickupDeadline());
    out.putTime(outbound.payoutAt());
    out.putOptionalLong(outbound.rowVersion());
    writeIdentity(outbound, out);
    out.putText(outbound.outboundId());
    out.putText(outbound.storeId());
    out.putText(outbound.orderId());
    out.putText(outbound.checkoutId());
    out.putText(outbound.currency());
  }

  private static Outbound readOutbound(ByteBuffer in) {
    var payment = Outbound.PaymentTerm.values()[in.get()];
    var state = Outbound.OutboundState.values()[in.get()];
    long dueMinor = in.getLong();
    Instant requestedAt = time(in);
    Instant completedAt = time(in);
    Instant pickupDeadline = time(in);
    Instant payoutAt = time(in);
    Long rowVersion = optionalLong(in);
    String parcelId = text(in);
    RecordRef ref = ref(in);
    String outboundId = text(in);
    String storeId = text(in);
    String orderId = text(in);
    String checkoutId = text(in);
    String currency = text(in);
    return new Outbound(
        parcelId,
        ref,
        outboundId,
        storeId,
        orderId,
        checkoutId,
        payment,
        dueMinor,
        currency,
        state,
        requestedAt,
        completedAt,
        pickupDeadline,
        payoutAt,
        rowVersion);
  }

  private static void writePayment(Payment payment, RecordBytes out) {
    out.putByte(PAYMENT);
    out.putByte(payment.kind().ordinal());
    out.putByte(payment.state().ordinal());
    out.putLong(payment.amountMinor());
    out.putTime(payment.paidAt() == null ? null : payment.paidAt().start());
    out.putTime(payment.paidAt() == null ? null : payment.paidAt().end());
    writeIdentity(payment, out);
    out.putText(payment.paymentId());
    out.putText(payment.currency());
    out.putText(payment.channel());
  }

  private static Payment readPayment(ByteBuffer in) {
    var kind = Payment.PaymentKind.values()[in.get()];
    var state = Payment.PaymentState.values()[in.get()];
    long amountMinor = in.getLong();
    Instant start = time(in);
    Instant end = time(in);
    Moment paidAt = start == null ? null : new Moment(start, end);
    String parcelId = text(in);
    RecordRef ref = ref(in);
    String paymentId = text(in);
    String currency = text(in);
    String channel = text(in);
    return new Payment(
        parcelId, ref, paymentId, kind, state, amountMinor, currency, channel, paidAt);
  }

  private static void writeEvent(ParcelEvent event, RecordBytes out) {
    out.putByte(EVENT);
    out.putByte(event.timestampType().ordinal());
    out.putTime(event.occurredAt());
    out.putTime(event.timestamp());
    out.putOptionalLong(event.amountMinor());
    writeIdentity(event, out);
    out.putText(event.eventId());
    out.putText(event.type());
    out.putText(event.storeId());
  }

  private static ParcelEvent readEvent(ByteBuffer in) {
    var timestampType = ParcelEvent.TimestampType.values()[in.get()];
    Instant occurredAt = time(in);
    Instant timestamp = time(in);
    Long amountMinor = optionalLong(in);
    String parcelId = text(in);
    RecordRef ref = ref(in);
    String eventId = text(in);
    String type = text(in);
    String storeId = text(in);
    return new ParcelEvent(
        parcelId, ref, eventId, type, occurredAt, timestamp, timestampType, storeId, amountMinor);
  }

  private static void writeAttempt(Attempt attempt, RecordBytes out) {
    out.putByte(ATTEMPT);
    out.putByte(attempt.outcome().ordinal());
    out.putTime(attempt.startedAt());
    out.putOptionalLong(attempt.durationMillis());
    writeIdentity(attempt, out);
    out.putText(attempt.storeId());
    out.putText(attempt.requestId());
  }

  private static Attempt readAttempt(ByteBuffer in) {
    var outcome = Attempt.AttemptOutcome.values()[in.get()];
    Instant startedAt = time(in);
    Long durationMillis = optionalLong(in);
    String parcelId = text(in);
    RecordRef ref = ref(in);
    String storeId = text(in);
    return new Attempt(parcelId, ref, storeId, startedAt, durationMillis, outcome, text(in));
  }

  private static void writeAnswer(Answer answer, RecordBytes out) {
    out.putByte(ANSWER);
    out.putByte(answer.answer().ordinal());
    out.putTime(answer.answeredAt());
    writeIdentity(answer, out);
    out.putText(answer.by());
    out.putText(answer.note());
  }

  private static Answer readAnswer(ByteBuffer in) {
    var said = Answer.StoreAnswer.values()[in.get()];
    Instant answeredAt = time(in);
    String parcelId = text(in);
    RecordRef ref = ref(in);
    String by = text(in);
    return new Answer(parcelId, ref, said, answeredAt, by, text(in));
  }

  private static void writeIdentity(SourceRecord row, RecordBytes out) {
    out.putText(row.parcelId());
    writeRef(row.ref(), out);
  }

  private static void writeRef(RecordRef ref, RecordBytes out) {
    out.putByte(ref.source().ordinal());
    if (ref instanceof RecordRef.FileLine line) {
      out.putByte(1);
      out.putText(line.file());
      out.putLong(line.line());
    } else if (ref instanceof RecordRef.TableRow row) {
      out.putByte(2);
      out.putText(row.table());
      out.putText(row.key());
    } else if (ref instanceof RecordRef.TopicOffset offset) {
      out.putByte(3);
      out.putText(offset.topic());
      out.putInt(offset.partition());
      out.putLong(offset.offset());
    } else if (ref instanceof RecordRef.AnswerRow row) {
      out.putByte(4);
      out.putLong(row.run());
      out.putLong(row.row());
    }
  }

  private static RecordRef ref(ByteBuffer in) {
    SourceName source = SOURCES[in.get()];
    int form = in.get();
    return switch (form) {
      case 1 -> new RecordRef.FileLine(source, text(in), in.getLong());
      case 2 -> new RecordRef.TableRow(source, text(in), text(in));
      case 3 -> new RecordRef.TopicOffset(source, text(in), in.getInt(), in.getLong());
      case 4 -> new RecordRef.AnswerRow(in.getLong(), in.getLong());
      default -> throw new IllegalStateException("unknown form of ref " + form);
    };
  }

  private static Instant time(ByteBuffer in) {
    long seconds = in.getLong();
    int nanos = in.getInt();
    return seconds == NO_TIME ? null : Instant.ofEpochSecond(seconds, nanos);
  }

  private static Long optionalLong(ByteBuffer in) {
    boolean present = in.get() == 1;
    long value = in.getLong();
    return present ? value : null;
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length == NO_TEXT) {
      return null;
    }
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
