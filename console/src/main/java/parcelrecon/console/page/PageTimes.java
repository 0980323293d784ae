package parcelrecon.console.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as pages show them: in the zone named, which stands beside them. */
@Component("times")
public final class PageTimes {

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

  /** To the second, with its zone. */
  public String withZone(Instant instant, ZoneId zone) {
    return at(instant, zone) + " " + zone.getId();
  }
}
