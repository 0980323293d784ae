package parcelrecon.source.segments;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The times of the latest batches. What is missing behind them is taken to be as old as the oldest:
 * the very last may be of a producer whose clock is fast.
 */
final class RecentTimes {

  private static final int BATCHES = 16;

  private final Deque<Long> millis = new ArrayDeque<>();

  void add(long batchMillis) {
    millis.addLast(batchMillis);
    if (millis.size() > BATCHES) {
      millis.removeFirst();
    }
  }

  boolean isEmpty() {
    return millis.isEmpty();
  }

  /** Negative when one of them tells no time. */
  long earliest() {
    return millis.stream().mapToLong(Long::longValue).min().orElseThrow();
  }
}
