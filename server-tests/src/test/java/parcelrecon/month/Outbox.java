package parcelrecon.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records that have still to be written somewhere, each from its instant on. */
final class Outbox<T> {

  private final SortedMap<Instant, List<T>> waiting = new TreeMap<>();

  void add(Instant at, T record) {
    waiting.computeIfAbsent(at, instant -> new ArrayList<>()).add(record);
  }

  /** Takes out what is to be there by then, in the order of time. */
  List<T> take(Instant through) {
    SortedMap<Instant, List<T>> due = waiting.headMap(through.plusNanos(1));
    List<T> taken = due.values().stream().flatMap(List::stream).toList();
    due.clear();
    return taken;
  }
}
