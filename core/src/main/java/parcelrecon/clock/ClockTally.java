package parcelrecon.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parcelrecon.model.ParcelEvidence;

/**
 * Counts pairs by their rounded difference. Counts of parts of the parcels can be added up, so that
 * what is measured does not depend on how they were divided.
 */
public final class ClockTally {

  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

  /** Clocks of any two zones are nearer than this; what is not counts as this far. */
  static final long DIFFERENCE_MAX_MILLIS = 26 * HOUR_MILLIS;

  private final String outboundType;
  private final Map<ClockPair, TreeMap<Long, Long>> pairs = new EnumMap<>(ClockPair.class);

  /**
   * @param outboundType of the events that a pick-up is told by
   */
  public ClockTally(String outboundType) {
    this.outboundType = outboundType;
  }

  /** Takes a parcel in scope, with or without a mismatch. */
  public void add(ParcelEvidence evidence) {
    for (ClockPair pair : ClockPair.values()) {
      pair.difference(evidence, outboundType)
          .ifPresent(
              difference ->
                  pairs
                      .computeIfAbsent(pair, none -> new TreeMap<>())
                      .merge(roundedMillis(difference), 1L, Long::sum));
    }
  }

  /** Ordered by pair, then difference; of each pair at most 26,281. */
  public List<ClockCount> counts() {
    List<ClockCount> counts = new ArrayList<>();
    pairs.forEach(
        (pair, differences) ->
            differences.forEach(
                (millis, count) -> counts.add(new ClockCount(pair, millis, count))));
    return counts;
  }

  /**
   * To a tenth of a second within a minute, to a second within an hour, else to ten seconds: that
   * far apart are zones, not clocks. Halves go away from 0.
   */
  static long roundedMillis(Duration difference) {
    long limit =
        Duration.ofMillis(DIFFERENCE_MAX_MILLIS).compareTo(difference.abs()) < 0
            ? DIFFERENCE_MAX_MILLIS
            : difference.abs().toMillis();
    long step = limit <= MINUTE_MILLIS ? 100 : limit <= HOUR_MILLIS ? 1_000 : 10_000;
    long rounded = (limit + step / 2) / step * step;
    return difference.isNegative() ? -rounded : rounded;
  }
}
