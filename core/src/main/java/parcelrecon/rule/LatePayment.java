package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment;

/** When the buyer first paid for a pick-up. */
final class LatePayment {

  private LatePayment() {}

  /** The earliest capture came later than late-payment; a day is too coarse to tell. */
  static Optional<Finding> paidLate(ParcelFacts parcel) {
    Optional<Outbound> pickUp =
        parcel
            .pickUp()
            .filter(outbound -> outbound.payment() == PaymentTerm.COD)
            .filter(outbound -> outbound.completedAt() != null);
    if (pickUp.isEmpty()) {
      return Optional.empty();
    }
    Instant until = pickUp.get().completedAt().plus(parcel.setting(RuleSetting.LATE_PAYMENT));
    return parcel
        .money()
        .earliestCapture(pickUp.get().currency())
        .filter(capture -> !capture.paidAt().isDay())
        .filter(capture -> capture.paidAt().start().isAfter(until))
        .map(
            capture ->
                Finding.of(MismatchKind.PAID_LATE, List.of(pickUp.get()))
                    .alsoCiting(List.of(capture)));
  }

  /** Whether a capture belongs to the visit of the pick-up: within the retry window, or its day. */
  static boolean isSameVisit(ParcelFacts parcel, Instant completedAt, Payment capture) {
    Instant start = capture.paidAt().start();
    return capture.paidAt().isDay()
        ? !start.isAfter(completedAt)
        : !start.isAfter(completedAt.plus(parcel.setting(RuleSetting.RETRY_WINDOW)));
  }
}
