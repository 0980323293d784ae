package parcelrecon.source.mapping;

import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.Payment;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.SourceSettings.Negative;

/** How the canonical columns of a row make a record, per source. */
interface RecordShape {

  SourceRecord record(RowReading row);

  static RecordShape of(SourceName source) {
    return switch (source) {
      case OUTBOUND -> RecordShape::outbound;
      case PAYMENTS -> RecordShape::payment;
      case EVENTS -> RecordShape::event;
      case ATTEMPTS -> AttemptShape::attempt;
      case ANSWERS, STORES ->
          row -> {
            throw new IllegalStateException(source.text() + " are not mapped to records");
          };
    };
  }

  private static Outbound outbound(RowReading row) {
    String parcelId = row.parcelId();
    String currency = row.currency();
    var requestedAt = row.instant("requested_at");
    var completedAt = row.instant("completed_at");
    if (requestedAt == null && completedAt == null) {
      throw new Unreadable("requested_at and completed_at are both empty, expected at least one");
    }
    return new Outbound(
        parcelId,
        row.ref(),
        row.text("outbound_id"),
        row.text("store_id"),
        row.text("order_id"),
        row.text("checkout_id"),
        row.requiredChoice("payment", PaymentTerm.class),
        row.requiredAmountMinor("amount_due", currency),
        currency,
        row.choice("status", OutboundState.class, OutboundState.COMPLETED),
        requestedAt,
        completedAt,
        row.startOf("pickup_deadline"),
        row.startOf("payout_at"),
        row.wholeNumber("row_version"));
  }

  private static Payment payment(RowReading row) {
    String parcelId = row.parcelId();
    String currency = row.currency();
    String paymentId = row.required("payment_id");
    PaymentKind kind = row.choice("kind", PaymentKind.class, PaymentKind.CAPTURE);
    PaymentState state = row.choice("status", PaymentState.class, PaymentState.SUCCEEDED);
    long amountMinor = row.requiredAmountMinor("amount", currency);
    if (amountMinor < 0) {
      boolean isVoid = row.columns().amounts().negative() == Negative.VOID && hasHappened(state);
      kind = isVoid ? kind : PaymentKind.REFUND;
      state = isVoid ? PaymentState.VOIDED : state;
    }
    return new Payment(
        parcelId,
        row.ref(),
        paymentId,
        kind,
        state,
        Math.abs(amountMinor),
        currency,
        row.text("channel"),
        row.moment("paid_at"));
  }

  /** A void that failed, or is still to come, takes nothing back: it is a refund of its state. */
  private static boolean hasHappened(PaymentState state) {
    return state == PaymentState.SUCCEEDED || state == PaymentState.VOIDED;
  }

  /** An event has no currency of its own: its amount is in the one configured. */
  private static ParcelEvent event(RowReading row) {
    String parcelId = row.parcelId();
    String type = row.text("type");
    return new ParcelEvent(
        parcelId,
        row.ref(),
        row.text("event_id"),
        type == null ? row.columns().eventType() : type,
        row.instant("occurred_at"),
        row.stamp().timestamp(),
        row.stamp().type(),
        row.text("store_id"),
        row.amountMinor("amount", row.columns().currency()));
  }
}
