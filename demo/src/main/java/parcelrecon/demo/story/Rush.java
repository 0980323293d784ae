package parcelrecon.demo.story;

import java.util.Arrays;

/** How the day's pick-ups spread over its minutes, and how long the counter waits for an answer. */
final class Rush {

  private static final int MINUTES = 24 * 60;
  private static final long MINUTE_MILLIS = 60_000;

  /** Pick-ups by the hour, relative; the evening after work is the busiest. */
  private static final double[] BY_HOUR = {
    1.4, 0.8, 0.5, 0.4, 0.4, 0.8, 1.8, 3.2, 3.8, 3.7, 4.2, 5.0, 6.0, 4.8, 4.6, 5.0, 5.8, 7.2, 9.4,
    12.6, 11.0, 7.6, 5.0, 2.8
  };

  /** The day's first and last seconds see none, so that no pick-up runs over midnight. */
  private static final long QUIET_MILLIS = 90_000;

  private static final int PEAK_MINUTE = 19 * 60 + 42;

  private final double[] upTo = new double[MINUTES];

  Rush() {
    double sum = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      sum += weight(minute);
      upTo[minute] = sum;
    }
  }

  /** Milliseconds after midnight. */
  long draw(Dice dice) {
    int found = Arrays.binarySearch(upTo, dice.share() * upTo[MINUTES - 1]);
    int minute = Math.min(MINUTES - 1, found < 0 ? -found - 1 : found);
    long millis = minute * MINUTE_MILLIS + dice.between(0, MINUTE_MILLIS - 1);
    long last = MINUTES * MINUTE_MILLIS - QUIET_MILLIS;
    return Math.max(QUIET_MILLIS, Math.min(last, millis));
  }

  /** Between the middles of two hours the pick-ups grow or fall evenly. */
  private static double weight(int minute) {
    double hour = (minute - 30) / 60.0;
    int before = (int) Math.floor(hour);
    double share = hour - before;
    double even =
        BY_HOUR[Math.floorMod(before, 24)] * (1 - share)
            + BY_HOUR[Math.floorMod(before + 1, 24)] * share;
    double off = (minute - PEAK_MINUTE) / 7.0;
    return even * (1 + 0.25 * StrictMath.exp(-off * off / 2));
  }

  /** How long an ordinary pick-up takes. */
  static long responseMillis(Dice dice) {
    return (long) Math.max(45, Math.min(28_000, dice.longTailed(300, 0.75)));
  }

  /** While the cluster is down each pick-up waits for it a little. */
  static long slowResponseMillis(Dice dice) {
    return (long) Math.max(90, Math.min(7_800, dice.longTailed(1_100, 0.8)));
  }

  /** A pick-up that takes longer than the counter waits. */
  static long hangingMillis(Dice dice) {
    return (long) Math.max(4_200, Math.min(61_500, dice.longTailed(13_000, 0.6)));
  }

  /**
   * How likely the counter gives up, by the second of the day: the sending buffers fill until
   * 19:42, and the counters recover with the switch-over at 19:43.
   */
  static double likelyToHang(long secondOfDay) {
    long minute = secondOfDay / 60 - 19 * 60;
    if (minute < 36) {
      return 0.03;
    }
    if (minute < 40) {
      return 0.09;
    }
    if (minute < 42) {
      return 0.22;
    }
    if (minute < 44) {
      return 1.7;
    }
    if (minute < 47) {
      return 0.20;
    }
    return minute < 58 ? 0.07 : 0.035;
  }
}
