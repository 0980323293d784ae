package parcelrecon.clock;

import java.util.Objects;

/**
 * How many pairs have one difference.
 *
 * @param differenceMillis rounded; positive where the other clock is ahead of the pick-up records'
 */
public record ClockCount(ClockPair pair, long differenceMillis, long pairs) {
  public ClockCount {
    Objects.requireNonNull(pair);
  }
}
