package parcelrecon.month;

import java.time.Duration;

/** What goes on at the counters in an hour. */
final class Story {

  private static final Duration COUNTERS_FAIL = Duration.ofMinutes(10);

  private Story() {}

  enum Hour {
    QUIET {
      @Override
      Fate fate(Duration since, int percent) {
        return percent < 60 ? Fate.PAID : usual(percent);
      }
    },
    /** The cluster goes down, and for ten minutes counters wait for it. */
    CLUSTER_GOES_DOWN {
      @Override
      Fate fate(Duration since, int percent) {
        return since.compareTo(COUNTERS_FAIL) < 0 ? Fate.LEFT_ON_SHELF : Fate.NEVER_TOLD;
      }
    },
    /** Counters do without it. */
    CLUSTER_DOWN {
      @Override
      Fate fate(Duration since, int percent) {
        return Fate.NEVER_TOLD;
      }
    };

    /**
     * @param since the hour's beginning
     * @param percent from 0 to 99
     */
    abstract Fate fate(Duration since, int percent);

    private static Fate usual(int percent) {
      return switch (percent) {
        case 97 -> Fate.PAID_NEXT_DAY;
        case 98 -> Fate.PAID_TWICE;
        case 99 -> Fate.TOLD_LATE;
        default -> Fate.PREPAID;
      };
    }
  }
}
