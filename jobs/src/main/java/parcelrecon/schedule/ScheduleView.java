package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Window;
import parcelrecon.results.schedule.KeptSchedule;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;

/**
 * A schedule as people see it.
 *
 * @param next the first window that is neither begun nor given up
 * @param isOver whether that has ended, so that it can be judged before it is due
 * @param windows some, the last first
 * @param before what older windows end before; absent where there are none
 */
public record ScheduleView(
    Schedule schedule,
    KeptSchedule kept,
    Optional<Window> next,
    boolean isOver,
    List<ScheduledWindow> windows,
    Optional<Instant> before) {

  /** A window that is due may take so long, or wait so long for another run. */
  static final Duration LATE_AFTER = Duration.ofMinutes(15);

  public String name() {
    return schedule.name();
  }

  /** Its title, or its name where it has none. */
  public String title() {
    return schedule.title().isEmpty() ? schedule.name() : schedule.title();
  }

  public ZoneId zone() {
    return schedule.windows().zone();
  }

  public Optional<Instant> dueAt() {
    return next.map(schedule::dueAt);
  }

  /** Whether the next window was asked for already. */
  public boolean isAskedFor() {
    return next.filter(kept::isAskedFor).isPresent();
  }

  /** Whether a window is in hand, or was asked for and is begun in a moment. */
  public boolean isUnderWay() {
    return isAskedFor() && !kept.isPaused() || windows.stream().anyMatch(ScheduleView::isInHand);
  }

  /** Whether what is due is done. */
  public enum Pace {
    ON_TIME,
    LATE,
    PAUSED
  }

  public Pace pace(Instant now) {
    if (kept.isPaused()) {
      return Pace.PAUSED;
    }
    boolean isLate = notDone().anyMatch(due -> due.plus(LATE_AFTER).isBefore(now));
    return isLate ? Pace.LATE : Pace.ON_TIME;
  }

  /** When what is in hand, and what comes next, was or is due. */
  private Stream<Instant> notDone() {
    return Stream.concat(
        windows.stream().filter(ScheduleView::isInHand).map(ScheduledWindow::dueAt),
        dueAt().stream());
  }

  private static boolean isInHand(ScheduledWindow window) {
    return window.state() == WindowState.RUNNING;
  }
}
