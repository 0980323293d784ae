package parcelrecon.report.workbook;

import java.time.Duration;
import java.util.List;
import parcelrecon.model.Incident;
import parcelrecon.results.RunResults;
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

  static MinuteBuckets of(RunResults results) {
    Totals.Minutes minutes = results.minutes(POINTS_MAX);
    return new MinuteBuckets(minutes.each(), minutes.points());
  }

  /** Whether there is nothing to draw: no point, or nothing counted in any. */
  boolean isNothing() {
    return points.stream()
        .allMatch(point -> point.outbounds() + point.shownAsFailed() + point.events() == 0);
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
