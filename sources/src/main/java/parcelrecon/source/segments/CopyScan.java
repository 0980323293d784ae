package parcelrecon.source.segments;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parcelrecon.source.file.FileProblems;
import parcelrecon.source.segments.BatchReader.Found;

/**
 * Goes through one copy of a partition: its sound batches in the order of their offsets, and the
 * faults between them. Every byte is read.
 *
 * <p>A batch's first offset is not covered by its checksum: one that does not fit between its
 * neighbours is damaged too. Offsets that are left out are believed when the next batch bears them
 * out, when other places show that the log was compacted, or behind a fault.
 */
final class CopyScan implements Closeable {

  private final PartitionCopy copy;
  private final List<Fault> faults = new ArrayList<>();
  private int next;
  private BatchReader reader;
  private LogBatch batch;
  private long expected;
  private long provenFrom;
  private boolean isThinned;
  private Fault open;

  CopyScan(PartitionCopy copy) {
    this.copy = copy;
    this.expected = copy.segments().get(0).baseOffset();
  }

  /** The batch in hand; null at the end. */
  LogBatch batch() {
    return batch;
  }

  Segment segment() {
    return copy.segments().get(next - 1);
  }

  /** Where in its segment the batch in hand begins. */
  long position() {
    return reader.batchPosition();
  }

  /**
   * From here to the batch in hand the log has no records: between two batches that stand side by
   * side in a file only compaction leaves offsets out.
   */
  long provenFrom() {
    return provenFrom;
  }

  /** Those up to the batch in hand that were not forgotten. */
  List<Fault> faults() {
    return faults;
  }

  void forgetFaultsBefore(long offset) {
    faults.removeIf(fault -> fault.end() <= offset);
  }

  /** Goes to the next sound batch. */
  boolean advance() {
    batch = null;
    while (reader != null || openNext()) {
      if (step()) {
        return true;
      }
    }
    closeFault(Fault.NEVER);
    return false;
  }

  private boolean openNext() {
    if (next == copy.segments().size()) {
      return false;
    }
    Segment segment = copy.segments().get(next++);
    closeFault(segment.baseOffset());
    expected = Math.max(expected, segment.baseOffset());
    reader = orUnreadable(segment, () -> new BatchReader(segment.file().path(), 0, segment.size()));
    return true;
  }

  /** Whether a sound batch was found. */
  private boolean step() {
    Segment segment = segment();
    Found found = orUnreadable(segment, reader::next);
    if (found == Found.BATCH && fits(reader.batch())) {
      batch = reader.batch();
      provenFrom = open == null ? expected : batch.first();
      isThinned |= batch.isThinned() || provenFrom < batch.first();
      closeFault(batch.first());
      expected = batch.last() + 1;
      return true;
    }
    switch (found) {
      case BATCH, DAMAGED, LOST -> fault(Fault.Kind.DAMAGED);
      case CUT ->
          fault(
              reader.cutOffset().filter(Predicate.not(this::fits)).isPresent()
                  ? Fault.Kind.DAMAGED
                  : Fault.Kind.CUT);
      case END -> {}
    }
    if (found == Found.LOST || found == Found.CUT || found == Found.END) {
      close();
    }
    return false;
  }

  private boolean fits(LogBatch found) {
    if (!fits(found.first()) || found.last() >= limit()) {
      return false;
    }
    return found.first() == expected
        || orUnreadable(segment(), reader::peekOffset)
            .map(following -> following > found.last())
            .orElse(isThinned || open != null);
  }

  private boolean fits(long offset) {
    return offset >= expected && offset < limit();
  }

  /** The offset that the next segment begins with. */
  private long limit() {
    return next == copy.segments().size() ? Long.MAX_VALUE : copy.segments().get(next).baseOffset();
  }

  /** What follows a damaged place is part of it until a sound batch comes. */
  private void fault(Fault.Kind kind) {
    if (open == null) {
      Segment segment = segment();
      open =
          new Fault(
              kind,
              segment.file().name(),
              expected,
              Fault.NEVER,
              segment.size() - reader.batchPosition());
    }
  }

  private void closeFault(long end) {
    if (open != null) {
      faults.add(new Fault(open.kind(), open.file(), open.first(), end, open.lostBytes()));
      open = null;
    }
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  private static <T> T orUnreadable(Segment segment, Reading<T> reading) {
    try {
      return reading.run();
    } catch (IOException e) {
      throw FileProblems.unreadable(segment.file().name(), e);
    }
  }

  @Override
  public void close() {
    if (reader != null) {
      BatchReader done = reader;
      reader = null;
      orUnreadable(
          segment(),
          () -> {
            done.close();
            return done;
          });
    }
  }
}
