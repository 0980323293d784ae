package parcelrecon.report.workbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Incident;
import parcelrecon.results.Totals;

/**
 * The counts per minute as points of a chart: one a minute, or one for several minutes where the
 * window is long, so that there are never more than {@value #POINTS_MAX}.
 */
record MinuteBuckets(long minutesEach, List<Totals.Minute> points) {

  static final int POINTS_MAX = 1_000;

  MinuteBuckets {
    points = List.copyOf(points);
  }

  /**
   * @param minutes ordered; those without a count may be left out
   */
  static MinuteBuckets of(List<Totals.Minute> minutes) {
    if (minutes.isEmpty()) {
      return new MinuteBuckets(1, List.of());
    }
    Instant first = minutes.get(0).minute();
    long span = Duration.between(first, minutes.get(minutes.size() - 1).minute()).toMinutes() + 1;
    long each = (span + POINTS_MAX - 1) / POINTS_MAX;
    List<Totals.Minute> points = new ArrayList<>();
    for (long from = 0; from < span; from += each) {
      points.add(new Totals.Minute(first.plus(Duration.ofMinutes(from)), 0, 0, 0));
    }
    for (Totals.Minute minute : minutes) {
      int at = (int) (Duration.between(first, minute.minute()).toMinutes() / each);
      points.set(at, sum(points.get(at), minute));
    }
    return new MinuteBuckets(each, points);
  }

  private static Totals.Minute sum(Totals.Minute point, Totals.Minute minute) {
    return new Totals.Minute(
        point.minute(),
        point.outbounds() + minute.outbounds(),
        point.shownAsFailed() + minute.shownAsFailed(),
        point.events() + minute.events());
  }

  boolean touches(Totals.Minute point, Incident.Phase phase) {
    return point.minute().isBefore(phase.to())
        && point.minute().plus(Duration.ofMinutes(minutesEach)).isAfter(phase.from());
  }

  /** The greatest count of all, at least 1. */
  long top() {
    return points.stream()
        .mapToLong(
            point -> Math.max(Math.max(point.outbounds(), point.events()), point.shownAsFailed()))
        .reduce(1, Math::max);
  }
}
