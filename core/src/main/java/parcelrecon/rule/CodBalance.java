package parcelrecon.rule;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;

/**
 * What COD pick-ups of one currency leave open, added up from the records alone: the side that the
 * mismatches of money are tied out against (docs/rules.md 3). It asks none of the rules that find
 * those, so that one they overlook, or find twice, shows.
 *
 * @param dueMinusPaidMinor negative where more was paid
 * @param withinToleranceMinor the part of it that no kind of mismatch names
 */
public record CodBalance(String currency, long dueMinusPaidMinor, long withinToleranceMinor) {

  /**
   * Of one parcel in scope; absent without a COD pick-up, and where a capture in another currency
   * makes it one that cannot be compared.
   */
  public static Optional<CodBalance> of(ParcelEvidence evidence, Tolerance tolerance) {
    return evidence
        .pickUp()
        .filter(pickUp -> pickUp.payment() == PaymentTerm.COD)
        .filter(pickUp -> evidence.payments().stream().noneMatch(each -> isForeign(each, pickUp)))
        .map(pickUp -> of(pickUp, paidMinor(evidence), tolerance));
  }

  private static boolean isForeign(Payment payment, Outbound pickUp) {
    return payment.isCapture()
        && payment.amountMinor() > 0
        && !payment.currency().equals(pickUp.currency());
  }

  /** Captures less refunds by currency. */
  private static SortedMap<String, Long> paidMinor(ParcelEvidence evidence) {
    SortedMap<String, Long> paidMinor = new TreeMap<>();
    for (Payment payment : evidence.payments()) {
      if (payment.isCapture()) {
        paidMinor.merge(payment.currency(), payment.amountMinor(), Math::addExact);
      } else if (payment.isRefund()) {
        paidMinor.merge(payment.currency(), -payment.amountMinor(), Math::addExact);
      }
    }
    return paidMinor;
  }

  private static CodBalance of(
      Outbound pickUp, SortedMap<String, Long> paidMinor, Tolerance tolerance) {
    long paid = paidMinor.getOrDefault(pickUp.currency(), 0L);
    long dueMinusPaid = Math.subtractExact(pickUp.dueMinor(), paid);
    return new CodBalance(
        pickUp.currency(),
        dueMinusPaid,
        dueMinusPaid - namedMinor(pickUp, dueMinusPaid, paidMinor, tolerance));
  }

  /**
   * The part of the difference that a kind of mismatch names. Beside an OVER_REFUNDED the small due
   * stays; and as only one is found in a parcel, in the currency that comes first, nothing is named
   * where another currency comes before the pick-up's.
   */
  private static long namedMinor(
      Outbound pickUp, long dueMinusPaid, SortedMap<String, Long> paidMinor, Tolerance tolerance) {
    long small = tolerance.minor(pickUp.currency());
    if (Math.abs(dueMinusPaid) <= small) {
      return 0;
    }
    if (dueMinusPaid < 0 || pickUp.dueMinor() > small) {
      return dueMinusPaid;
    }
    boolean isOverRefunded =
        paidMinor.entrySet().stream()
            .filter(paid -> paid.getValue() < -tolerance.minor(paid.getKey()))
            .findFirst()
            .filter(paid -> paid.getKey().equals(pickUp.currency()))
            .isPresent();
    return isOverRefunded ? dueMinusPaid - pickUp.dueMinor() : 0;
  }

  /** Both together; of one currency. */
  public CodBalance plus(CodBalance other) {
    return new CodBalance(
        currency,
        Math.addExact(dueMinusPaidMinor, other.dueMinusPaidMinor),
        Math.addExact(withinToleranceMinor, other.withinToleranceMinor));
  }
}
