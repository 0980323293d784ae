package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Window;

/**
 * What happened in each minute, or in several minutes put together by the database: of many years
 * there are more minutes than memory has room for.
 */
final class Minutes {

  private static final Duration SHOWN_WHOLE_MAX = Duration.ofDays(1);
  private static final long SECONDS = 60;

  private final Handle handle;
  private final long run;

  Minutes(Handle handle, long run) {
    this.handle = handle;
    this.run = run;
  }

  /** Numbers of minutes; after exclusive. */
  private record Span(long first, long after) {}

  /** Whole minutes since 1970, rounded down. */
  static long number(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS);
  }

  /**
   * All of the window; of one longer than a day from the first to the last minute with a count.
   *
   * @param pointsMax at least 1
   */
  Totals.Minutes of(Window window, int pointsMax) {
    Span all = new Span(number(window.from()), number(window.to().minusNanos(1)) + 1);
    boolean isLong = Duration.between(window.from(), window.to()).compareTo(SHOWN_WHOLE_MAX) > 0;
    Optional<Span> span = isLong ? counted(all) : Optional.of(all);
    return span.map(shown -> points(shown, pointsMax)).orElse(new Totals.Minutes(1, List.of()));
  }

  private Optional<Span> counted(Span within) {
    return handle
        .createQuery(Sql.of("minute_span"))
        .bind("run", run)
        .bind("from_minute", within.first())
        .bind("to_minute", within.after())
        .map((row, context) -> span(row))
        .one();
  }

  private static Optional<Span> span(ResultSet row) throws SQLException {
    Long first = Columns.number(row, "first_minute");
    return first == null
        ? Optional.empty()
        : Optional.of(new Span(first, Columns.number(row, "last_minute") + 1));
  }

  private Totals.Minutes points(Span span, int pointsMax) {
    long each = (span.after() - span.first() + pointsMax - 1) / pointsMax;
    List<Totals.Minute> points = new ArrayList<>();
    for (long minute = span.first(); minute < span.after(); minute += each) {
      points.add(new Totals.Minute(Instant.ofEpochSecond(minute * SECONDS), 0, 0, 0));
    }
    Rows.forEach(
        handle
            .createQuery(Sql.of("minute_totals"))
            .bind("run", run)
            .bind("from_minute", span.first())
            .bind("to_minute", span.after())
            .bind("each", each),
        row -> {
          int point = row.getInt("point");
          points.set(
              point,
              new Totals.Minute(
                  points.get(point).minute(),
                  row.getLong("outbounds"),
                  row.getLong("shown_as_failed"),
                  row.getLong("events")));
        });
    return new Totals.Minutes(each, points);
  }
}
