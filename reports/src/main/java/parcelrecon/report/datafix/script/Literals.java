package parcelrecon.report.datafix.script;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/**
 * Values as a database reads them, the same whatever its session and its client are set to. They
 * are ASCII, so no character set changes them, and text other than an everyday id is written in
 * escapes: no quote, backslash, semicolon or comment is left for anything that splits or colours
 * statements.
 *
 * <p>A time without a zone is the site's. H2 and PostgreSQL get instants with their offset, and the
 * session's zone says how a column without one is meant. MariaDB and MySQL have no such literal:
 * there a time is local, which is what a DATETIME holds, and the session's zone makes a TIMESTAMP
 * of it. So a script begins by setting the session's zone to {@link #of(Object) that of} the site.
 */
record Literals(Dialect dialect, ZoneId zone) {

  private static final Pattern EVERYDAY = Pattern.compile("(?!.*--)[A-Za-z0-9_./: -]*");

  /** A zone whose offset never changes after it is told as an offset, which every server knows. */
  private static final Instant STEADY_SINCE = Instant.parse("2000-01-01T00:00:00Z");

  private static final DateTimeFormatter LOCAL = local(6).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MICROS = withOffset(6);
  private static final DateTimeFormatter NANOS = withOffset(9);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private static DateTimeFormatterBuilder local(int digits) {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, digits, true);
  }

  private static DateTimeFormatter withOffset(int digits) {
    return local(digits).appendPattern("xxxxx").toFormatter(Locale.ROOT);
  }

  /**
   * @param value a text, a whole number, an instant, the zone of a session, or null
   */
  String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    if (value instanceof Instant instant) {
      return time(instant);
    }
    return value instanceof ZoneId session ? sessionZone(session) : text(value.toString());
  }

  private String time(Instant instant) {
    return switch (dialect) {
      case H2 -> "timestamp with time zone '" + NANOS.format(instant.atZone(zone)) + "'";
      case POSTGRESQL -> "timestamp with time zone '" + MICROS.format(instant.atZone(zone)) + "'";
      case MARIADB, MYSQL -> "timestamp'" + LOCAL.format(instant.atZone(zone)) + "'";
    };
  }

  /** PostgreSQL reads '+08:00' as POSIX does, which is west of Greenwich. */
  private String sessionZone(ZoneId session) {
    return switch (dialect) {
      case H2 -> "'" + session + "'";
      case POSTGRESQL ->
          session.normalized() instanceof ZoneOffset offset
              ? "interval '" + OFFSET.format(offset) + "' hour to minute"
              : "'" + session + "'";
      case MARIADB, MYSQL ->
          session.getRules().nextTransition(STEADY_SINCE) == null
              ? "'" + OFFSET.format(session.getRules().getOffset(STEADY_SINCE)) + "'"
              : "'" + session + "'";
    };
  }

  private String text(String text) {
    if (EVERYDAY.matcher(text).matches()) {
      return "'" + text + "'";
    }
    return switch (dialect) {
      case H2 -> "U&'" + escaped(text, "\\%04x", "\\+%06x") + "'";
      case POSTGRESQL -> "E'" + escaped(text, "\\u%04x", "\\U%08x") + "'";
      case MARIADB, MYSQL ->
          "_utf8mb4 x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    };
  }

  private static String escaped(String text, String shortEscape, String longEscape) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point ->
                escaped.append(
                    isEveryday(point)
                        ? Character.toString(point)
                        : String.format(
                            Locale.ROOT,
                            Character.isBmpCodePoint(point) ? shortEscape : longEscape,
                            point)));
    return escaped.toString();
  }

  private static boolean isEveryday(int point) {
    return point != '-' && EVERYDAY.matcher(Character.toString(point)).matches();
  }
}
