package parcelrecon.results;

import java.util.List;

/**
 * What COD pick-ups in scope leave open in one currency, those with CURRENCY_DIFFERS aside, and
 * what the run says of it; minor units. Both sides are equal, or the run fails: the first is added
 * up from the records as parcels are matched, the other from what was kept in the end.
 *
 * @param dueMinusPaidMinor over all of them; negative where more was paid
 * @param collectMinor UNCOLLECTED and SHORT_PAID, and OVER_REFUNDED in the pick-up's currency; none
 *     that is NOT_DUE
 * @param refundMinor OVER_PAID and PAID_TWICE
 * @param withinToleranceMinor differences that are none
 * @param notDueMinor what may still be paid
 * @param settledByReceiptMinor what one receipt for several parcels explains
 */
public record TieOut(
    long dueMinusPaidMinor,
    long collectMinor,
    long refundMinor,
    long withinToleranceMinor,
    long notDueMinor,
    long settledByReceiptMinor) {

  /** The terms of the other side, as they are added: what is to be refunded is negative. */
  public List<Long> terms() {
    return List.of(
        collectMinor, -refundMinor, withinToleranceMinor, notDueMinor, settledByReceiptMinor);
  }

  /** What the terms add up to. */
  public long explainedMinor() {
    return terms().stream().reduce(0L, Math::addExact);
  }
}
