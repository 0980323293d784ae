package parcelrecon.source.segments;

import java.util.List;

/** What comes next of a partition, in the order of offsets, whichever copy it is taken from. */
sealed interface Step {

  /**
   * The records of a batch with offsets {@code [from, to)}; the batch may have more.
   *
   * @param position where the batch begins in its segment
   */
  record Take(Segment segment, long position, LogBatch batch, long from, long to) implements Step {}

  /** Offsets that compaction left out. */
  record Thinned() implements Step {}

  /**
   * Offsets {@code [from, to)} that no copy shows.
   *
   * @param to {@link Fault#NEVER} after the last record there is
   * @param faults why; empty when no segment holds them
   */
  record Missing(long from, long to, List<Fault> faults) implements Step {}

  /**
   * Records that are not the same in all copies.
   *
   * @param earliestMillis of all the records that differ
   */
  record Differing(long from, long count, long earliestMillis, long latestMillis) implements Step {}
}
