package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import parcelrecon.model.Window;

/**
 * Windows one after the other, told by the clock on the wall: each ends at a time of the cron
 * expression, and is so long on that clock. Where the clock is put forward or back a window is
 * shorter or longer, so windows that follow each other on the clock leave no instant out, and have
 * none twice.
 *
 * @param ends on the wall clock
 * @param length on the wall clock
 */
public record WindowSeries(Cron ends, ZoneId zone, Duration length) {

  /** The first window that ends after an instant; absent when there is none. */
  public Optional<Window> after(Instant instant) {
    Optional<LocalDateTime> end = ends.after(LocalDateTime.ofInstant(instant, zone));
    while (end.isPresent()) {
      Instant to = resolved(end.get());
      Instant from = resolved(end.get().minus(length));
      if (to.isAfter(instant) && from.isBefore(to)) {
        return Optional.of(new Window(from, to, zone));
      }
      end = ends.after(end.get());
    }
    return Optional.empty();
  }

  /**
   * The first instant at which the wall clock has reached a time: of two the earlier, and of a time
   * that is left out the change that leaves it out. A later time is never at an earlier instant.
   */
  private Instant resolved(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap() ? change.getInstant() : time.atZone(zone).toInstant();
  }
}
