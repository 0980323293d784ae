package parcelrecon.source.segments;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All copies of a partition as one: every offset once, from the first copy that has it whole. Where
 * copies have different records at an offset, {@link DifferingBatches} decides.
 *
 * <p>Memory: a batch of each copy, and what it unpacks to where copies differ.
 */
final class PartitionUnion implements Closeable {

  private final PartitionLog log;
  private final List<CopyScan> copies;
  private final Map<CopyScan, Long> takenBytesAtEnd = new HashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private long takenBytes;
  private long next;
  private boolean isEnded;

  PartitionUnion(PartitionLog log) {
    this.log = log;
    this.copies = log.copies().stream().map(CopyScan::new).toList();
    this.next =
        log.copies().stream()
            .mapToLong(copy -> copy.segments().get(0).baseOffset())
            .min()
            .orElseThrow();
    copies.forEach(this::advance);
  }

  /** The offset the next step begins with: at first the partition's beginning, at last its end. */
  long offset() {
    return next;
  }

  /** Null at the end. */
  Step next() {
    while (steps.isEmpty() && !isEnded) {
      goOn();
    }
    return steps.poll();
  }

  private void advance(CopyScan copy) {
    if (!copy.advance()) {
      takenBytesAtEnd.put(copy, takenBytes);
    }
  }

  private void goOn() {
    for (CopyScan copy : copies) {
      while (copy.batch() != null && copy.batch().last() < next) {
        advance(copy);
      }
    }
    List<CopyScan> there = copies.stream().filter(copy -> copy.batch() != null).toList();
    List<CopyScan> showing = there.stream().filter(copy -> copy.batch().first() <= next).toList();
    if (there.isEmpty()) {
      end();
    } else if (showing.isEmpty()) {
      skip(there.stream().mapToLong(copy -> copy.batch().first()).min().orElseThrow(), there);
    } else {
      take(showing, end(showing, there));
    }
  }

  /** As far as the same copies show what comes next. */
  private long end(List<CopyScan> showing, List<CopyScan> there) {
    long end = showing.stream().mapToLong(copy -> copy.batch().last() + 1).min().orElseThrow();
    for (CopyScan copy : there) {
      long first = copy.batch().first();
      end = first > next ? Math.min(end, first) : end;
    }
    return end;
  }

  private void take(List<CopyScan> showing, long to) {
    CopyScan first = showing.get(0);
    if (showing.stream().allMatch(copy -> copy.batch().isSameAs(first.batch()))) {
      steps.add(new Step.Take(first.segment(), first.position(), first.batch(), next, to));
    } else {
      steps.addAll(new DifferingBatches(log, showing, next, to).steps());
    }
    if (first.batch().last() < to) {
      takenBytes += first.batch().bytes().length;
    }
    next = to;
  }

  private void skip(long to, List<CopyScan> there) {
    long proven =
        there.stream()
            .filter(copy -> copy.batch().first() == to)
            .mapToLong(CopyScan::provenFrom)
            .min()
            .orElse(to);
    long missingTo = Math.max(next, Math.min(proven, to));
    if (missingTo > next) {
      steps.add(new Step.Missing(next, missingTo, faultsIn(next, missingTo)));
    }
    if (to > missingTo) {
      steps.add(new Step.Thinned());
    }
    next = to;
    copies.forEach(copy -> copy.forgetFaultsBefore(to));
  }

  private List<Fault> faultsIn(long from, long to) {
    return copies.stream()
        .flatMap(copy -> copy.faults().stream())
        .filter(fault -> fault.touches(from, to))
        .toList();
  }

  private void end() {
    isEnded = true;
    List<Fault> last = new ArrayList<>();
    for (CopyScan copy : copies) {
      copy.faults().stream()
          .filter(fault -> fault.end() == Fault.NEVER)
          .filter(fault -> !isMadeUpFor(fault, takenBytesAtEnd.get(copy)))
          .forEach(last::add);
    }
    if (!last.isEmpty()) {
      steps.add(new Step.Missing(next, Fault.NEVER, last));
    }
  }

  /**
   * Copies are alike byte by byte: another one that goes on for as many bytes as were lost has all
   * there was.
   */
  private boolean isMadeUpFor(Fault fault, long takenBefore) {
    return fault.first() < next && takenBytes - takenBefore >= fault.lostBytes();
  }

  @Override
  public void close() {
    copies.forEach(CopyScan::close);
  }
}
