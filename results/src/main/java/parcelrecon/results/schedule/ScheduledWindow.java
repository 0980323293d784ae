package parcelrecon.results.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.results.Columns;

/**
 * A window of a schedule that was begun or given up.
 *
 * @param from and {@code to}: half-open
 * @param dueAt when it was to be judged
 * @param run absent of a missed one
 * @param affected parcels; absent until its run has ended with results
 */
public record ScheduledWindow(
    String schedule,
    Instant from,
    Instant to,
    Instant dueAt,
    WindowState state,
    OptionalLong run,
    Instant begunAt,
    Optional<Instant> endedAt,
    OptionalLong affected) {

  static ScheduledWindow of(ResultSet row) throws SQLException {
    return new ScheduledWindow(
        row.getString("schedule"),
        Columns.instant(row, "window_from"),
        Columns.instant(row, "window_to"),
        Columns.instant(row, "due_at"),
        WindowState.valueOf(row.getString("state")),
        Columns.optionalLong(row, "run"),
        Columns.instant(row, "begun_at"),
        Columns.optionalInstant(row, "ended_at"),
        Columns.optionalLong(row, "affected"));
  }
}
