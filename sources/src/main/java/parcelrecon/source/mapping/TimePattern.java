package parcelrecon.source.mapping;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.time.chrono.MinguoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.source.SourceSettings.Calendar;
import parcelrecon.source.SourceSettings.Times;

/**
 * A {@code time-format} as configured, checked when it is made.
 *
 * @param formatter null for epoch numbers
 * @param example a time written so, for messages
 */
public record TimePattern(DateTimeFormatter formatter, String example) {

  static final TimePattern EPOCH_MILLIS = new TimePattern(null, "1649849523000");
  static final TimePattern EPOCH_SECONDS = new TimePattern(null, "1649849523");

  /** Date and time with or without offset, or a date alone. */
  static final TimePattern ISO =
      new TimePattern(isoFormatter(), "2022-04-13T19:42:39+08:00 or 2022-04-13T19:42:39");

  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2022, 4, 13, 19, 42, 39, 0, ZoneOffset.ofHours(8));

  private static final int MINGUO_DIGITS = 3;

  /** What stands before the year, the year, and what stands behind it. */
  private static final Pattern MINGUO_YEARS =
      Pattern.compile("((?:[^yu']|'[^']*')*)(y|yyy)((?:[^yu']|'[^']*')*)");

  /** Letters of a pattern that tell the time of day. */
  private static final String TIME_LETTERS = "ahHkKmsSAnNB";

  boolean isEpoch() {
    return formatter == null;
  }

  /**
   * @throws IllegalArgumentException when no time could ever be read so; the message says why
   */
  public static TimePattern of(Times times) {
    TimePattern named =
        switch (times.format().toLowerCase(Locale.ROOT)) {
          case "", Times.ISO_8601 -> ISO;
          case "epoch-millis" -> EPOCH_MILLIS;
          case "epoch-seconds" -> EPOCH_SECONDS;
          default -> null;
        };
    if (named == null) {
      return ofPattern(times);
    }
    if (times.calendar() == Calendar.MINGUO) {
      throw new IllegalArgumentException("calendar: minguo needs a pattern, e.g. yyy/MM/dd");
    }
    return named;
  }

  private static TimePattern ofPattern(Times times) {
    String text = times.format();
    String letters = withoutLiterals(text);
    if (letters.indexOf('Y') >= 0) {
      throw new IllegalArgumentException("Y is the year of a week, the year is y");
    }
    try {
      DateTimeFormatter formatter =
          switch (times.calendar()) {
            case ISO ->
                strict(
                    new DateTimeFormatterBuilder().appendPattern(years(text)),
                    IsoChronology.INSTANCE);
            case MINGUO -> strict(minguo(text), MinguoChronology.INSTANCE);
          };
      String example = formatter.format(SAMPLE);
      if (!isWhole(formatter.parse(example), letters)) {
        throw new IllegalArgumentException("it gives no whole date or no whole time of day");
      }
      return new TimePattern(formatter, example);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("it gives no whole date or no whole time of day", e);
    }
  }

  private static boolean isWhole(TemporalAccessor parsed, String letters) {
    boolean hasTime = letters.chars().anyMatch(letter -> TIME_LETTERS.indexOf(letter) >= 0);
    return parsed.query(TemporalQueries.localDate()) != null
        && hasTime == (parsed.query(TemporalQueries.localTime()) != null);
  }

  /**
   * The year in three digits (yyy: 099, 111) or as many as it has (y: 99, 111), at most three: a
   * year of four digits is another calendar's, and would be read as one far in the future. Where
   * month and day follow at once, they take their digits first.
   */
  private static DateTimeFormatterBuilder minguo(String text) {
    Matcher years = MINGUO_YEARS.matcher(text);
    if (!years.matches() || withoutLiterals(text).indexOf('G') >= 0) {
      throw new IllegalArgumentException(
          "a year of Minguo is yyy (099, 111) or y (99, 111), once; write 民國 in apostrophes");
    }
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    builder.appendPattern(years.group(1));
    if (years.group(2).length() == 1) {
      builder.appendValue(ChronoField.YEAR, 1, MINGUO_DIGITS, SignStyle.NOT_NEGATIVE);
    } else {
      builder.appendValue(ChronoField.YEAR, MINGUO_DIGITS);
    }
    return builder.appendPattern(years.group(3));
  }

  /** Strict reading wants u where everybody writes y; with an era y is right. */
  private static String years(String text) {
    if (withoutLiterals(text).indexOf('G') >= 0) {
      return text;
    }
    StringBuilder years = new StringBuilder();
    boolean literal = false;
    for (char letter : text.toCharArray()) {
      literal ^= letter == '\'';
      years.append(letter == 'y' && !literal ? 'u' : letter);
    }
    return years.toString();
  }

  private static String withoutLiterals(String text) {
    return text.replaceAll("'[^']*'", "");
  }

  private static DateTimeFormatter isoFormatter() {
    return strict(
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .optionalEnd(),
        IsoChronology.INSTANCE);
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder, Chronology calendar) {
    return builder
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(calendar);
  }
}
