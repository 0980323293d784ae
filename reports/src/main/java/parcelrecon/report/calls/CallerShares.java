package parcelrecon.report.calls;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.model.Store;
import parcelrecon.model.Utf8Order;

/**
 * Who calls which area. An area goes to one caller as a whole: the largest first (then by name),
 * each to the caller who has the fewest parcels so far.
 */
final class CallerShares {

  private CallerShares() {}

  /** What goes to one caller as a whole: the area, or the store where its area is not known. */
  static String share(Store store) {
    return store.area().isEmpty() ? store.storeId() : store.area();
  }

  /**
   * The caller's number, from 1, by area.
   *
   * @param sizes parcels by area
   */
  static Map<String, Integer> of(int callers, Map<String, Long> sizes) {
    List<Map.Entry<String, Long>> largestFirst =
        sizes.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Utf8Order.COMPARATOR)))
            .toList();
    long[] loads = new long[callers];
    Map<String, Integer> shares = new HashMap<>();
    for (Map.Entry<String, Long> each : largestFirst) {
      int least = least(loads);
      loads[least] += each.getValue();
      shares.put(each.getKey(), least + 1);
    }
    return shares;
  }

  private static int least(long[] loads) {
    return Arrays.stream(loads).boxed().toList().indexOf(Arrays.stream(loads).min().orElseThrow());
  }
}
