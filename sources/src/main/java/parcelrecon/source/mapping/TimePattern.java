package parcelrecon.source.mapping;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

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

  /** Letters of a pattern that tell the time of day. */
  private static final String TIME_LETTERS = "ahHkKmsSAnNB";

  boolean isEpoch() {
    return formatter == null;
  }

  /**
   * @param timeFormat null or empty is ISO-8601
   * @throws IllegalArgumentException when no time could ever be read so; the message says why
   */
  public static TimePattern of(String timeFormat) {
    if (timeFormat == null || timeFormat.isEmpty()) {
      return ISO;
    }
    return switch (timeFormat.toLowerCase(Locale.ROOT)) {
      case "iso-8601" -> ISO;
      case "epoch-millis" -> EPOCH_MILLIS;
      case "epoch-seconds" -> EPOCH_SECONDS;
      default -> ofPattern(timeFormat);
    };
  }

  private static TimePattern ofPattern(String text) {
    String letters = withoutLiterals(text);
    if (letters.indexOf('Y') >= 0) {
      throw new IllegalArgumentException("Y is the year of a week, the year is y");
    }
    try {
      DateTimeFormatter formatter =
          strict(new DateTimeFormatterBuilder().appendPattern(years(text)));
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
            .optionalEnd());
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(IsoChronology.INSTANCE);
  }
}
