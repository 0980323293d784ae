package parcelrecon.report.datafix.script;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Values as H2 reads them in a script. Times carry their offset, so no session can shift them. */
record H2Literals(ZoneId zone) {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("xxx")
          .toFormatter(Locale.ROOT);

  /**
   * @param value a text, a whole number, an instant or null
   */
  String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    if (value instanceof Instant instant) {
      return "timestamp with time zone " + quoted(TIME.format(instant.atZone(zone)));
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
