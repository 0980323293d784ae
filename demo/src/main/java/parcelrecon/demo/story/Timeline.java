package parcelrecon.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When things happened around 2022-04-13. Spans are half-open. */
public final class Timeline {

  public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  public static final LocalDate DAY = LocalDate.of(2022, 4, 13);

  /** The cluster goes down; no event leaves from here on, and one consumer group stands still. */
  public static final Instant CLUSTER_DOWN = at(0, "19:33:00");

  public static final Instant NOTICED = at(0, "19:36:00");

  /** Counters are switched off Kafka by hand: no events from here on, by design. */
  public static final Instant SWITCHED_OFF = at(0, "19:43:00");

  /** The cluster is up again: what was held back leaves from here on. */
  public static final Instant RESTARTED = at(0, "19:53:00");

  /** All is well: counters are back on Kafka. */
  public static final Instant RECOVERED = at(0, "20:22:00");

  /** Payments are settled through here. */
  public static final Instant SETTLED_THROUGH = at(3, "11:00:00");

  public static final Instant AS_OF = at(3, "12:00:00");

  private Timeline() {}

  /** A local time on the day of the incident, or days after (before) it. */
  public static Instant at(int daysAfter, String localTime) {
    return DAY.plusDays(daysAfter).atTime(LocalTime.parse(localTime)).atZone(ZONE).toInstant();
  }
}
