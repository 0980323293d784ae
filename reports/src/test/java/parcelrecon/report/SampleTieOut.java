package parcelrecon.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.TieOut;
import parcelrecon.rule.CodBalance;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Receipts;
import parcelrecon.rule.Tolerance;

/**
 * Ties out the money of sample parcels; their mismatches are told by hand, so they must be right.
 */
final class SampleTieOut {

  private SampleTieOut() {}

  static SortedMap<String, TieOut> of(List<ParcelRow> parcels) {
    SortedMap<String, TieOut> sums = new TreeMap<>();
    for (ParcelRow parcel : parcels) {
      Optional<CodBalance> balance = CodBalance.of(parcel.evidence(), Tolerance.NONE);
      balance.ifPresent(
          each ->
              add(
                  sums,
                  each.currency(),
                  new TieOut(each.dueMinusPaidMinor(), 0, 0, each.withinToleranceMinor(), 0, 0)));
      for (MismatchRow row : parcel.mismatches()) {
        if (isOfCodPickUp(parcel, row.mismatch())) {
          add(sums, row.mismatch().amounts().currency(), moved(row.mismatch()));
        }
      }
    }
    return sums;
  }

  private static boolean isOfCodPickUp(ParcelRow parcel, Mismatch mismatch) {
    return Receipts.KINDS.contains(mismatch.kind())
        || mismatch.kind() == MismatchKind.OVER_REFUNDED
            && parcel
                .evidence()
                .pickUp()
                .filter(pickUp -> pickUp.payment() == PaymentTerm.COD)
                .isPresent();
  }

  private static TieOut moved(Mismatch mismatch) {
    Long collect = mismatch.amounts().toCollectMinor();
    if (collect == null) {
      return new TieOut(0, 0, mismatch.amounts().toRefundMinor(), 0, 0, 0);
    }
    return mismatch.proof() == Proof.NOT_DUE
        ? new TieOut(0, 0, 0, 0, collect, 0)
        : new TieOut(0, collect, 0, 0, 0, 0);
  }

  private static void add(Map<String, TieOut> sums, String currency, TieOut more) {
    sums.merge(
        currency,
        more,
        (left, right) ->
            new TieOut(
                left.dueMinusPaidMinor() + right.dueMinusPaidMinor(),
                left.collectMinor() + right.collectMinor(),
                left.refundMinor() + right.refundMinor(),
                left.withinToleranceMinor() + right.withinToleranceMinor(),
                left.notDueMinor() + right.notDueMinor(),
                left.settledByReceiptMinor() + right.settledByReceiptMinor()));
  }
}
