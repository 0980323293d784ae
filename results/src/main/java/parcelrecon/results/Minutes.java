package parcelrecon.results;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Window;

/** The minutes of a window and what happened in each. */
final class Minutes {

  private static final Duration SHOWN_WHOLE_MAX = Duration.ofDays(1);
  private static final long SECONDS = 60;

  private Minutes() {}

  /** Whole minutes since 1970, rounded down. */
  static long number(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS);
  }

  /** Every minute of the window; of a window longer than a day those with a count. */
  static List<Totals.Minute> of(Handle handle, long run, Window window) {
    long from = number(window.from());
    long to = number(window.to().minusNanos(1)) + 1;
    List<Totals.Minute> counted = counted(handle, run, from, to);
    if (Duration.between(window.from(), window.to()).compareTo(SHOWN_WHOLE_MAX) > 0) {
      return counted;
    }
    Map<Instant, Totals.Minute> byMinute = new HashMap<>();
    counted.forEach(minute -> byMinute.put(minute.minute(), minute));
    List<Totals.Minute> all = new ArrayList<>();
    for (long number = from; number < to; number++) {
      Instant minute = Instant.ofEpochSecond(number * SECONDS);
      all.add(byMinute.getOrDefault(minute, new Totals.Minute(minute, 0, 0, 0)));
    }
    return all;
  }

  private static List<Totals.Minute> counted(Handle handle, long run, long from, long to) {
    return handle
        .createQuery(Sql.of("minute_totals"))
        .bind("run", run)
        .bind("from_minute", from)
        .bind("to_minute", to)
        .map(
            (row, context) ->
                new Totals.Minute(
                    Instant.ofEpochSecond(row.getLong("epoch_minute") * SECONDS),
                    row.getLong("outbounds"),
                    row.getLong("shown_as_failed"),
                    row.getLong("events")))
        .list();
  }
}
