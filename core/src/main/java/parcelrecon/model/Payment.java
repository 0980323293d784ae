package parcelrecon.model;

import java.util.Objects;

/**
 * A record of money taken or given back at the counter.
 *
 * @param amountMinor at least 0, in minor units of {@code currency}; the kind tells the direction
 * @param channel null when the source has none
 * @param paidAt null when the source has none
 */
public record Payment(
    String parcelId,
    RecordRef ref,
    String paymentId,
    PaymentKind kind,
    PaymentState state,
    long amountMinor,
    String currency,
    String channel,
    Moment paidAt)
    implements SourceRecord {

  /** The direction of the money: to us, or back to the buyer. */
  public enum PaymentKind {
    CAPTURE,
    REFUND
  }

  /** Only SUCCEEDED moved money. */
  public enum PaymentState {
    SUCCEEDED,
    PENDING,
    FAILED,
    VOIDED
  }

  public Payment {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(paymentId);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(state);
    Objects.requireNonNull(currency);
    if (amountMinor < 0) {
      throw new IllegalArgumentException("amount is negative: " + amountMinor);
    }
  }

  public boolean isCapture() {
    return kind == PaymentKind.CAPTURE && state == PaymentState.SUCCEEDED;
  }

  public boolean isRefund() {
    return kind == PaymentKind.REFUND && state == PaymentState.SUCCEEDED;
  }
}
