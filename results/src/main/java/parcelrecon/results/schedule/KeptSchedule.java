package parcelrecon.results.schedule;

import java.time.Instant;
import java.util.Optional;
import parcelrecon.model.Window;

/**
 * What is kept of a schedule besides its windows.
 *
 * @param since when it was first seen; windows that had ended by then are none of its
 * @param pause absent while it goes on
 * @param askedFor the end of a window that is to be judged before it is due
 */
public record KeptSchedule(
    String name, Instant since, Optional<Pause> pause, Optional<Instant> askedFor) {

  public boolean isPaused() {
    return pause.isPresent();
  }

  /** Whether somebody wants this window judged at once. */
  public boolean isAskedFor(Window window) {
    return askedFor.filter(window.to()::equals).isPresent();
  }

  /** Who paused it, and when. */
  public record Pause(String by, Instant at) {}
}
