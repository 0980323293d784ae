package parcelrecon.report.datafix;

import java.util.Map;
import java.util.TreeMap;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;

/** What the package's tasks are to collect and to refund, by currency; never netted. */
final class Sums {

  private final Map<String, long[]> collectAndRefund = new TreeMap<>();

  void add(Datafix datafix) {
    if (datafix.amountMinor() != null) {
      long[] sums = collectAndRefund.computeIfAbsent(datafix.currency(), currency -> new long[2]);
      int which = datafix.suggestion() == Suggestion.REFUND_BUYER ? 1 : 0;
      sums[which] = Math.addExact(sums[which], datafix.amountMinor());
    }
  }

  /** For the manifest. */
  Map<String, Manifest.Amounts> amounts() {
    Map<String, Manifest.Amounts> amounts = new TreeMap<>();
    collectAndRefund.forEach(
        (currency, sums) -> amounts.put(currency, new Manifest.Amounts(sums[0], sums[1])));
    return amounts;
  }
}
