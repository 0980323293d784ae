package parcelrecon.month;

import java.util.Map;
import java.util.TreeMap;

/** What the month comes to, counted while it is looked at. */
final class Figures {

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String what, long count) {
    counts.merge(what, count, Long::sum);
  }

  long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  @Override
  public String toString() {
    return "month " + counts;
  }
}
