package parcelrecon.report.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import parcelrecon.model.Utf8Order;

/**
 * Who calls which area. An area goes to one caller as a whole: the largest first (then by name),
 * each to the caller who has the fewest parcels so far.
 */
final class CallerShares {

  private CallerShares() {}

  /** The caller's number, from 1, by area. */
  static <T> Map<String, Integer> of(int callers, List<T> calls, Function<T, String> area) {
    Map<String, Long> sizes = new TreeMap<>(Utf8Order.COMPARATOR);
    calls.forEach(call -> sizes.merge(area.apply(call), 1L, Long::sum));
    List<Map.Entry<String, Long>> largestFirst =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
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
