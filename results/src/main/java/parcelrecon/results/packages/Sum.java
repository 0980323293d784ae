package parcelrecon.results.packages;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.results.listing.ListedMismatch.Stake;

/** What is to be collected and refunded in one currency; never netted. */
public record Sum(long toCollectMinor, long toRefundMinor) {

  /** By currency. */
  static SortedMap<String, Sum> of(Collection<PackageMismatch> mismatches) {
    SortedMap<String, Sum> sums = new TreeMap<>();
    for (PackageMismatch each : mismatches) {
      Stake stake = each.stake();
      if (stake.minor().isPresent()) {
        Sum sum = new Sum(orZero(stake.toCollectMinor()), orZero(stake.toRefundMinor()));
        sums.merge(stake.currency(), sum, Sum::plus);
      }
    }
    return sums;
  }

  private Sum plus(Sum other) {
    return new Sum(
        Math.addExact(toCollectMinor, other.toCollectMinor),
        Math.addExact(toRefundMinor, other.toRefundMinor));
  }

  private static long orZero(Long minor) {
    return minor == null ? 0 : minor;
  }
}
