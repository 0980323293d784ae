package parcelrecon.rule;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Payment;

/**
 * The money of a pick-up against what was due for it, in the pick-up's currency.
 *
 * @param toleranceMinor a difference up to it is none
 * @param fullCaptures how many captures above 0 each equal the due
 * @param foreign captures above 0 in another currency; with any of them nothing can be compared
 */
record Collected(
    Outbound pickUp,
    long dueMinor,
    long paidMinor,
    long toleranceMinor,
    long fullCaptures,
    List<Payment> foreign) {

  static Collected of(Outbound pickUp, Money money, long toleranceMinor) {
    List<Payment> foreign = new ArrayList<>();
    long fullCaptures = 0;
    for (Payment capture : money.captures()) {
      if (!capture.currency().equals(pickUp.currency())) {
        foreign.add(capture);
      } else if (Math.abs(capture.amountMinor() - pickUp.dueMinor()) <= toleranceMinor) {
        fullCaptures++;
      }
    }
    return new Collected(
        pickUp,
        pickUp.dueMinor(),
        money.paidMinor(pickUp.currency()),
        toleranceMinor,
        fullCaptures,
        foreign);
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
