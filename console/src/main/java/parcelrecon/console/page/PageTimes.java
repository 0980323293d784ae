package parcelrecon.console.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as pages show them: in the zone named, which stands beside them. */
@Component("times")
public final class PageTimes {

  private static final int DAY_LENGTH = "2022-04-13".length();
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** To the second, without its zone: for a column whose head names the zone. */
  public String at(Instant instant, ZoneId zone) {
    return SECOND.format(instant.atZone(zone));
  }

  /** To the minute, with its zone. */
  public String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone)) + " " + zone.getId();
  }

  /**
   * From when to when, without its zone; the day once where it is one. Seconds are left out where
   * there are none.
   */
  public String span(Instant from, Instant to, ZoneId zone) {
    boolean isWhole = isWholeMinute(from) && isWholeMinute(to);
    String end = (isWhole ? MINUTE : SECOND).format(to.atZone(zone));
    String begin = (isWhole ? MINUTE : SECOND).format(from.atZone(zone));
    boolean isOneDay = begin.regionMatches(0, end, 0, DAY_LENGTH);
    return begin + " – " + (isOneDay ? end.substring(DAY_LENGTH).strip() : end);
  }

  private static boolean isWholeMinute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES).equals(instant);
  }

  /** To the second, with its zone. */
  public String withZone(Instant instant, ZoneId zone) {
    return at(instant, zone) + " " + zone.getId();
  }
}
