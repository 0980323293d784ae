package parcelrecon.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Follows another clock, but never stands still or goes back: db-scheduler waits until its clock
 * says that it has waited, however long a clock that was set back takes to come there.
 */
final class RunningClock implements Clock {

  private final InstantSource followed;
  private Instant shown = Instant.MIN;
  private long shownAtNanos = System.nanoTime();

  RunningClock(InstantSource followed) {
    this.followed = followed;
  }

  @Override
  public synchronized Instant now() {
    long nanos = System.nanoTime();
    Instant time = followed.instant();
    Instant atLeast = shown.plusNanos(nanos - shownAtNanos);
    shown = time.isBefore(atLeast) ? atLeast : time;
    shownAtNanos = nanos;
    return shown;
  }
}
