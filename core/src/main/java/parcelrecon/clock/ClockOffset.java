package parcelrecon.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a source's clock is from that of the pick-up records, as its pairs tell: half of their
 * differences lie from the lower to the upper one.
 *
 * @param pairs at least 1
 * @param medianMillis positive where the source's clock is ahead
 */
public record ClockOffset(
    ClockPair pair, long pairs, long lowerMillis, long medianMillis, long upperMillis) {

  /** Fewer pairs tell of a few parcels, not of a clock. */
  public static final int PAIRS_MIN = 30;

  /** A smaller difference changes the order of nothing a person would look at. */
  static final long SHIFT_MIN_MILLIS = 1_000;

  /**
   * What all counts of a pair tell together; absent where there is none.
   *
   * @param counts one for each difference, in any order
   */
  public static Optional<ClockOffset> of(ClockPair pair, Collection<ClockCount> counts) {
    List<ClockCount> ordered =
        counts.stream()
            .filter(count -> count.pair() == pair && count.pairs() > 0)
            .sorted(Comparator.comparingLong(ClockCount::differenceMillis))
            .toList();
    long pairs = ordered.stream().mapToLong(ClockCount::pairs).sum();
    return pairs == 0
        ? Optional.empty()
        : Optional.of(
            new ClockOffset(
                pair,
                pairs,
                at(ordered, (pairs + 3) / 4),
                at(ordered, (pairs + 1) / 2),
                at(ordered, (3 * pairs + 3) / 4)));
  }

  /**
   * @param rank of the difference looked for, from 1
   */
  private static long at(List<ClockCount> ordered, long rank) {
    long passed = 0;
    for (ClockCount count : ordered) {
      passed += count.pairs();
      if (passed >= rank) {
        return count.differenceMillis();
      }
    }
    throw new IllegalArgumentException("no " + rank + ". pair of " + passed);
  }

  /** Whether there are enough pairs to tell of a clock. */
  public boolean isMeasured() {
    return pairs >= PAIRS_MIN;
  }

  /**
   * Whether the source's clock is another one: measured, and further away than a second and than
   * its differences are spread.
   */
  public boolean isShifted() {
    return isMeasured()
        && Math.abs(medianMillis) > Math.max(SHIFT_MIN_MILLIS, upperMillis - lowerMillis);
  }

  /** What the pick-up records' clock showed when the source's showed this. */
  public Instant onPickUpClock(Instant recorded) {
    return isShifted() ? recorded.minusMillis(medianMillis) : recorded;
  }
}
