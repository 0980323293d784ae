package parcelrecon.source.segments;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which transactions of a partition were taken back, and which never ended, as the control records
 * in the log itself tell. A transaction's end comes after its records, so this is known only when
 * all of the partition was seen. Memory: a transaction that is open or was taken back each.
 */
final class Transactions {

  /** Of more batches that are not decided the times are not kept, and could be any. */
  private static final int UNDECIDED_MAX = 10_000;

  private final Map<Long, Open> open = new HashMap<>();
  private final List<AbortedRange> aborted = new ArrayList<>();
  private final Deque<Undecided> undecided = new ArrayDeque<>();

  /**
   * @param millis the earliest time of its batches; negative when unknown
   */
  private record Open(long first, long millis) {}

  /**
   * @param millis the earliest time from this batch on; negative when unknown
   */
  private record Undecided(long first, long millis) {}

  void see(LogBatch batch) {
    if (batch.isTransactional()) {
      open.merge(
          batch.producer(),
          new Open(batch.first(), batch.earliestMillis()),
          (known, more) -> new Open(known.first, Math.min(known.millis, more.millis)));
    } else if (batch.isControl()) {
      end(batch);
    }
    note(batch);
  }

  /** Keeps the times of what an open transaction hides, of which only the earliest count. */
  private void note(LogBatch batch) {
    long decided = firstOpen().orElse(Long.MAX_VALUE);
    while (!undecided.isEmpty() && undecided.getFirst().first < decided) {
      undecided.removeFirst();
    }
    if (!open.isEmpty()) {
      long millis = undecided.size() < UNDECIDED_MAX ? batch.earliestMillis() : -1;
      while (!undecided.isEmpty() && undecided.getLast().millis >= millis) {
        undecided.removeLast();
      }
      undecided.addLast(new Undecided(batch.first(), millis));
    }
  }

  private void end(LogBatch control) {
    LogBatch.Marker marker = control.marker();
    Open ended = marker == LogBatch.Marker.OTHER ? null : open.remove(control.producer());
    if (ended != null && marker == LogBatch.Marker.ABORT) {
      aborted.add(new AbortedRange(control.producer(), ended.first, control.last()));
    }
  }

  List<AbortedRange> aborted() {
    return aborted;
  }

  /** The first offset of a transaction that is open; what comes after it is not decided. */
  OptionalLong firstOpen() {
    return open.values().stream().mapToLong(Open::first).min();
  }

  /**
   * The earliest time of what is not decided, whoever wrote it; negative when unknown, absent when
   * no transaction is open.
   */
  OptionalLong earliestUndecidedMillis() {
    return undecided.stream().mapToLong(Undecided::millis).min();
  }

  /** The earliest time of a record in an open transaction; absent when none is open. */
  OptionalLong earliestOpenMillis() {
    return open.values().stream().mapToLong(Open::millis).min();
  }
}
