package parcelrecon.results.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * Which runs of one incident stay, and why; all others may go.
 *
 * <p>What somebody still works on, decides about or has to look into stays, with everything it is
 * held against. The latest finished run stays for as long as any other does, so that no older one
 * ever counts as the latest.
 */
final class StayingRuns {

  private final List<OldRun> runs;
  private final LongPredicate isOpen;
  private final Map<Long, Stay> staying = new TreeMap<>();

  private StayingRuns(List<OldRun> runs, LongPredicate isOpen) {
    this.runs = runs;
    this.isOpen = isOpen;
  }

  /**
   * @param runs of an incident that have not been removed, oldest first
   * @param before runs that have ended by then may go
   * @param packaged runs under packages that somebody has yet to decide about, or may yet use
   * @param isOpen whether anything is open in a run; asked for the latest of a window only, where
   *     nothing else keeps it
   */
  static Map<Long, Stay> of(
      List<OldRun> runs, Instant before, Set<Long> packaged, LongPredicate isOpen) {
    StayingRuns all = new StayingRuns(runs, isOpen);
    all.byThemselves(before, packaged);
    all.openOnes();
    all.latest();
    all.referredTo();
    return all.staying;
  }

  private void byThemselves(Instant before, Set<Long> packaged) {
    for (OldRun run : runs) {
      switch (run.state()) {
        case RUNNING -> staying.put(run.run(), Stay.IN_HAND);
        case INTERRUPTED, FAILED, COMPLETE, INCOMPLETE -> {
          if (!run.since().isBefore(before)) {
            staying.put(run.run(), Stay.YOUNG);
          } else if (packaged.contains(run.run())) {
            staying.put(run.run(), Stay.PACKAGE);
          }
        }
      }
    }
  }

  private void openOnes() {
    for (OldRun run : runs) {
      if (run.isFinished()
          && !staying.containsKey(run.run())
          && isLatestOfItsWindow(run)
          && isOpen.test(run.run())) {
        staying.put(run.run(), Stay.OPEN);
      }
    }
  }

  private boolean isLatestOfItsWindow(OldRun run) {
    return runs.stream()
        .noneMatch(
            other -> other.isFinished() && other.run() > run.run() && other.isSameWindow(run));
  }

  private void latest() {
    Optional<OldRun> latest =
        runs.stream().filter(OldRun::isFinished).max(Comparator.comparingLong(OldRun::run));
    if (!staying.isEmpty()) {
      latest.ifPresent(run -> staying.putIfAbsent(run.run(), Stay.LATEST));
    }
  }

  /** References lead to older runs only, so one pass from the newest on finds all. */
  private void referredTo() {
    for (int i = runs.size() - 1; i >= 0; i--) {
      OldRun run = runs.get(i);
      if (staying.containsKey(run.run())) {
        LongStream.concat(run.firstFound().stream(), firstOfWindow(run).stream())
            .forEach(first -> staying.putIfAbsent(first, Stay.REFERRED_TO));
        if (run.isUnfinished()) {
          run.recheckOf().ifPresent(asked -> staying.putIfAbsent(asked, Stay.REFERRED_TO));
        }
      }
    }
  }

  /** A run of a version that kept no reference is held against it all the same. */
  private OptionalLong firstOfWindow(OldRun run) {
    return runs.stream()
        .filter(other -> other.isFinished() && other.isSameWindow(run))
        .mapToLong(OldRun::run)
        .findFirst();
  }
}
