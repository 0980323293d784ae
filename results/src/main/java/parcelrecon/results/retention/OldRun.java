package parcelrecon.results.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.model.Window;
import parcelrecon.results.RunState;

/**
 * What decides whether a run stays.
 *
 * @param firstFound the run it is held against
 * @param recheckOf the run whose parcels it asks for again, which it reads until it has ended
 */
record OldRun(
    long run,
    Window window,
    RunState state,
    Instant startedAt,
    Optional<Instant> endedAt,
    OptionalLong firstFound,
    OptionalLong recheckOf) {

  boolean isFinished() {
    return state == RunState.COMPLETE || state == RunState.INCOMPLETE;
  }

  /** Whether it may yet be worked on. */
  boolean isUnfinished() {
    return state == RunState.RUNNING || state == RunState.INTERRUPTED;
  }

  /** Since when it is retained: its end, or its beginning where it never came to one. */
  Instant since() {
    return endedAt.orElse(startedAt);
  }

  boolean isSameWindow(OldRun other) {
    return window.from().equals(other.window.from()) && window.to().equals(other.window.to());
  }
}
