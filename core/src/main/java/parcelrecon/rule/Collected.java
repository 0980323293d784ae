package parcelrecon.rule;

import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;

/**
 * The money of a pick-up against what was due for it, in the pick-up's currency.
 *
 * @param toleranceMinor a difference up to it is none
 * @param fullCaptures how many captures above 0 each equal the due
 */
record Collected(
    Outbound pickUp, long dueMinor, long paidMinor, long toleranceMinor, long fullCaptures) {

  static Collected of(Outbound pickUp, Money money, long toleranceMinor) {
    long fullCaptures =
        money.captures(pickUp.currency()).stream()
            .filter(
                capture -> Math.abs(capture.amountMinor() - pickUp.dueMinor()) <= toleranceMinor)
            .count();
    return new Collected(
        pickUp,
        pickUp.dueMinor(),
        money.paidMinor(pickUp.currency()),
        toleranceMinor,
        fullCaptures);
  }

  boolean isCod() {
    return pickUp.payment() == PaymentTerm.COD;
  }

  long lackingMinor() {
    return Math.subtractExact(dueMinor, paidMinor);
  }

  long excessMinor() {
    return Math.subtractExact(paidMinor, dueMinor);
  }

  boolean isDue() {
    return dueMinor > toleranceMinor;
  }

  boolean isPaid() {
    return paidMinor > toleranceMinor;
  }

  boolean isLacking() {
    return lackingMinor() > toleranceMinor;
  }

  boolean isExcess() {
    return excessMinor() > toleranceMinor;
  }

  boolean isTwice() {
    return isExcess() && fullCaptures >= 2;
  }
}
