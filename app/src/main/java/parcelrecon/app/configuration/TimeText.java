package parcelrecon.app.configuration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Times as people write them: ISO-8601 with an offset, or local in a zone. A local time that a
 * clock change skips or doubles means no instant, and is refused.
 */
public final class TimeText {

  /** Says what is wrong with a time and how to write it. */
  public static final class BadTime extends Exception {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    BadTime(String what, String remedy) {
      super(what);
      this.remedy = remedy;
    }

    public String remedy() {
      return remedy;
    }
  }

  private TimeText() {}

  public static Instant parse(String text, ZoneId zone) throws BadTime {
    try {
      return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    } catch (DateTimeException withoutOffset) {
      return inZone(local(text), zone);
    }
  }

  private static LocalDateTime local(String text) throws BadTime {
    try {
      return LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    } catch (DateTimeException unreadable) {
      throw new BadTime(
          "\"" + text + "\" is not a time, expected ISO-8601",
          "Write e.g. 2022-04-13T19:33 or 2022-04-13T19:33+08:00");
    }
  }

  /** The instant at which clocks of the zone showed a time. */
  public static Instant inZone(LocalDateTime time, ZoneId zone) throws BadTime {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() == 1) {
      return time.toInstant(offsets.get(0));
    }
    var change = zone.getRules().getTransition(time);
    String what =
        offsets.isEmpty()
            ? "does not exist in %s: the clocks went from %s to %s"
                .formatted(
                    zone,
                    change.getDateTimeBefore().toLocalTime(),
                    change.getDateTimeAfter().toLocalTime())
            : "happened twice in %s, at offset %s and at %s"
                .formatted(zone, change.getOffsetBefore(), change.getOffsetAfter());
    throw new BadTime(
        time + " " + what, "Write it with its offset, e.g. " + time + change.getOffsetBefore());
  }
}
