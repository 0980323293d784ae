package parcelrecon.report.statement;

import java.util.Map;
import java.util.TreeMap;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.Mismatch.Amounts;
import parcelrecon.rule.Proof;

/** Parcels counted, and what is to be collected and refunded for them, by currency. */
final class Tally {

  private long parcels;
  private long prepaid;
  private final Map<String, Long> toCollect = new TreeMap<>();
  private final Map<String, Long> toRefund = new TreeMap<>();

  /** Counts a parcel with the amounts of all its mismatches that are due. */
  void add(ParcelRow parcel) {
    parcels++;
    if (parcel.subject().filter(each -> each.payment() == PaymentTerm.PREPAID).isPresent()) {
      prepaid++;
    }
    parcel.mismatches().stream()
        .map(MismatchRow::mismatch)
        .filter(mismatch -> mismatch.proof() != Proof.NOT_DUE)
        .forEach(this::addAmounts);
  }

  /** Counts a parcel with the amounts of one mismatch, due or not. */
  void add(Mismatch mismatch) {
    parcels++;
    addAmounts(mismatch);
  }

  private void addAmounts(Mismatch mismatch) {
    Amounts amounts = mismatch.amounts();
    if (amounts.toCollectMinor() != null) {
      toCollect.merge(amounts.currency(), amounts.toCollectMinor(), Math::addExact);
    }
    if (amounts.toRefundMinor() != null) {
      toRefund.merge(amounts.currency(), amounts.toRefundMinor(), Math::addExact);
    }
  }

  long parcels() {
    return parcels;
  }

  long prepaid() {
    return prepaid;
  }

  Map<String, Long> toCollect() {
    return toCollect;
  }

  Map<String, Long> toRefund() {
    return toRefund;
  }
}
