package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.source.SourceSettings.DurationUnit;

/** How a row of a log of calls makes an attempt. */
final class AttemptShape {

  /** No call takes longer; a greater number is of another unit. */
  private static final Duration DURATION_MAX = Duration.ofDays(31);

  /**
   * What a proxy writes for several upstreams: {@code 504, 200}, {@code 9.001, 0.200 : 0.010}. The
   * caller got one answer, after one time.
   */
  private static final Pattern UPSTREAMS =
      Pattern.compile("(?:[0-9.]+|-)(?: ?[,:] ?(?:[0-9.]+|-))+");

  private AttemptShape() {}

  static Attempt attempt(RowReading row) {
    String parcelId = row.parcelId();
    Long durationMillis = durationMillis(row);
    return new Attempt(
        parcelId,
        row.ref(),
        row.text("store_id"),
        startedAt(row, durationMillis),
        durationMillis,
        outcome(row),
        row.text("request_id"));
  }

  /** The time of a log line is the end of its call, where the site says so. */
  private static Instant startedAt(RowReading row, Long durationMillis) {
    if (!row.columns().has("ended_at")) {
      return row.requiredInstant("started_at");
    }
    Instant endedAt = row.requiredInstant("ended_at");
    return durationMillis == null ? endedAt : endedAt.minusMillis(durationMillis);
  }

  private static AttemptOutcome outcome(RowReading row) {
    Cell cell = row.columns().cell("outcome");
    if (cell.seen(row.row()) instanceof String text
        && UPSTREAMS.matcher(text).matches()
        && !cell.values().containsKey(text)) {
      throw Unreadable.value(
          "outcome",
          text,
          "is what several upstreams said, expected what the caller got ($status of nginx)");
    }
    return row.requiredChoice("outcome", AttemptOutcome.class);
  }

  /** Rounded down; null when absent. */
  private static Long durationMillis(RowReading row) {
    String column = "duration_millis";
    Object value = row.columns().cell(column).value(row.row());
    if (value == null) {
      return null;
    }
    DurationUnit unit = row.columns().calls().durationUnit();
    BigDecimal number = number(column, value, unit);
    if (number.signum() < 0) {
      throw notADuration(column, value, unit);
    }
    BigDecimal millis = number.multiply(BigDecimal.valueOf(unit.nanos())).movePointLeft(6);
    if (millis.compareTo(BigDecimal.valueOf(DURATION_MAX.toMillis())) > 0) {
      throw Unreadable.value(column, value, "is longer than 31 days; is it of another unit?");
    }
    return millis.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static BigDecimal number(String column, Object value, DurationUnit unit) {
    if (value instanceof Number number) {
      return Cell.decimal(column, number);
    }
    String text = Cell.textOf(column, value).strip();
    if (UPSTREAMS.matcher(text).matches()) {
      throw Unreadable.value(
          column,
          text,
          "is the times of several upstreams, expected that of the call ($request_time of nginx)");
    }
    try {
      return Cell.decimal(column, new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw notADuration(column, text, unit);
    }
  }

  private static Unreadable notADuration(String column, Object value, DurationUnit unit) {
    return Unreadable.value(
        column, value, "is not a number of 0 or more, expected e.g. " + unit.example());
  }
}
