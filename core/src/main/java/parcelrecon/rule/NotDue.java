package parcelrecon.rule;

import java.time.Instant;
import java.util.List;
import parcelrecon.model.Outbound;
import parcelrecon.model.Payment;

/** Whether money that is lacking may still come (docs/rules.md 4). */
final class NotDue {

  private NotDue() {}

  /** The finding as NOT_DUE when a payment may still come, else as it was. */
  static Finding weigh(ParcelFacts parcel, Outbound pickUp, Finding finding) {
    List<Payment> pending = parcel.money().pending(pickUp.currency());
    if (!pending.isEmpty()) {
      return finding.withProof(Proof.NOT_DUE).alsoCiting(pending);
    }
    return isInGrace(parcel, pickUp) ? finding.withProof(Proof.NOT_DUE) : finding;
  }

  private static boolean isInGrace(ParcelFacts parcel, Outbound pickUp) {
    Instant until = pickUp.end().plus(parcel.setting(RuleSetting.PAYMENT_GRACE));
    return until.isAfter(parcel.context().asOf())
        || parcel.context().sources().paymentsCompleteThrough().filter(until::isAfter).isPresent();
  }
}
