package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import parcelrecon.model.Moment;
import parcelrecon.source.SourceSettings;

/**
 * How a source writes times: ISO-8601, epoch numbers or a pattern, read strictly. Local times count
 * in the source's zone; one that a clock change skips or doubles is unreadable.
 */
final class TimeFormat {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** What can be read as {@link TimePattern#ISO}, to the millisecond at least. */
  private static final DateTimeFormatter ISO_WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  /** What a bare number in place of a time is. */
  enum Numbers {
    /** Milliseconds since 1970, or seconds where the pattern says so. */
    EPOCH,
    /** A time written in digits alone, 20220413, unless the pattern is an epoch's. */
    WRITTEN
  }

  private final TimePattern pattern;
  private final ZoneId zone;
  private final Numbers numbers;

  TimeFormat(TimePattern pattern, ZoneId zone, Numbers numbers) {
    this.pattern = pattern;
    this.zone = zone;
    this.numbers = numbers;
  }

  /**
   * How a source's times are read. A workbook's numbers are no epochs: a date is a number there,
   * too. A table's are, unless a pattern says how times are written.
   */
  static TimeFormat of(SourceSettings settings) {
    TimePattern pattern = TimePattern.of(settings.mapping().times());
    boolean isWritten =
        settings.reader() instanceof SourceSettings.Xlsx
            || settings.reader() instanceof SourceSettings.Jdbc && pattern != TimePattern.ISO;
    return new TimeFormat(pattern, settings.zone(), isWritten ? Numbers.WRITTEN : Numbers.EPOCH);
  }

  /** The instant, or the local day where the value has no time of day. */
  Moment moment(String column, Object value) {
    Moment moment;
    if (value instanceof Number number && (numbers == Numbers.EPOCH || pattern.isEpoch())) {
      moment = Moment.at(epoch(column, Cell.decimal(column, number)));
    } else if (value instanceof TemporalAccessor temporal) {
      moment = of(column, temporal);
    } else {
      moment = parsed(column, Cell.textOf(column, value).strip());
    }
    if (moment.start().isBefore(EARLIEST) || moment.end().isAfter(LATEST)) {
      throw Unreadable.value(column, value, "is outside the years 1 to 9999");
    }
    return moment;
  }

  /** A time as the source writes it: a whole number where that is an epoch's, else a text. */
  Object written(Instant instant) {
    if (pattern == TimePattern.EPOCH_MILLIS) {
      return instant.toEpochMilli();
    }
    if (pattern == TimePattern.EPOCH_SECONDS) {
      return instant.getEpochSecond();
    }
    return pattern == TimePattern.ISO
        ? ISO_WITH_OFFSET.format(instant.atZone(zone))
        : pattern.formatter().format(instant.atZone(zone));
  }

  private Moment parsed(String column, String text) {
    if (pattern.isEpoch()) {
      try {
        return Moment.at(epoch(column, Cell.decimal(column, new BigDecimal(text))));
      } catch (NumberFormatException e) {
        throw notATime(column, text);
      }
    }
    try {
      return of(column, pattern.formatter().parse(text));
    } catch (DateTimeException e) {
      throw notATime(column, text);
    }
  }

  private Unreadable notATime(String column, String text) {
    return Unreadable.value(column, text, "is not a time, expected e.g. " + pattern.example());
  }

  /** Bare numbers are milliseconds unless the format says seconds. */
  private Instant epoch(String column, BigDecimal number) {
    BigDecimal nanos = number.movePointRight(pattern == TimePattern.EPOCH_SECONDS ? 9 : 6);
    BigDecimal seconds = nanos.movePointLeft(9).setScale(0, RoundingMode.FLOOR);
    try {
      return Instant.ofEpochSecond(
          seconds.longValueExact(),
          nanos
              .subtract(seconds.movePointRight(9))
              .setScale(0, RoundingMode.DOWN)
              .longValueExact());
    } catch (ArithmeticException | DateTimeException e) {
      throw Unreadable.value(column, number, "is outside the years 1 to 9999");
    }
  }

  private Moment of(String column, TemporalAccessor temporal) {
    if (temporal instanceof Instant instant) {
      return Moment.at(instant);
    }
    if (temporal instanceof OffsetDateTime || temporal instanceof ZonedDateTime) {
      return Moment.at(Instant.from(temporal));
    }
    LocalDate date = temporal.query(TemporalQueries.localDate());
    if (date == null) {
      throw Unreadable.value(column, temporal, "has no date");
    }
    if (temporal.query(TemporalQueries.localTime()) == null) {
      return day(column, date);
    }
    LocalDateTime local = LocalDateTime.of(date, temporal.query(TemporalQueries.localTime()));
    ZoneId own = temporal.query(TemporalQueries.zone());
    return Moment.at(own == null ? instant(column, local, zone) : instant(column, local, own));
  }

  private static Instant instant(String column, LocalDateTime local, ZoneId zone) {
    if (zone instanceof ZoneOffset offset) {
      return local.toInstant(offset);
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    throw Unreadable.value(
        column,
        local,
        offsets.isEmpty()
            ? "does not exist in " + zone + ": a clock change skips it"
            : "happened twice in " + zone + ": a clock change doubles it");
  }

  private Moment day(String column, LocalDate date) {
    Instant start = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    if (!start.isBefore(end)) {
      throw Unreadable.value(
          column, date, "does not exist in " + zone + ": a clock change skips it");
    }
    return new Moment(start, end);
  }
}
