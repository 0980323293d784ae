package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.model.Window;

/**
 * When a site wants the parcels of its open incidents asked for again.
 *
 * @param times on the wall clock of the zone
 */
public record RecheckTimes(Cron times, ZoneId zone) {

  /** A round that nobody was there to begin is begun for so long, unless the next one is due. */
  static final Duration CATCH_UP = Duration.ofDays(1);

  private static final Duration LENGTH = Duration.ofMinutes(1);

  /** The last time that has come, where it is not too long ago. */
  Optional<Instant> latest(Instant now) {
    Optional<Instant> latest = Optional.empty();
    Optional<Instant> next = after(now.minus(CATCH_UP));
    while (next.filter(time -> !time.isAfter(now)).isPresent()) {
      latest = next;
      next = after(latest.get());
    }
    return latest;
  }

  /** Resolved as the ends of windows are. */
  Optional<Instant> after(Instant instant) {
    return new WindowSeries(times, zone, LENGTH).after(instant).map(Window::to);
  }
}
