package parcelrecon.report.answers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import parcelrecon.model.Window;
import parcelrecon.report.answers.Remark.Matter;

/** When a store can have answered: not before the incident began, and not after now. */
record AnswerClock(Window window, Instant now) {

  /** How far a caller's clock may be ahead of ours. */
  static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  ZoneId zone() {
    return window.zone();
  }

  /** What is wrong with a time; absent when nothing is. */
  Optional<Matter> wrong(Instant at) {
    if (at.isAfter(now.plus(AHEAD_MAX))) {
      return Optional.of(Matter.TIME_IN_THE_FUTURE);
    }
    return !window.isAll() && at.isBefore(window.from())
        ? Optional.of(Matter.TIME_BEFORE_THE_INCIDENT)
        : Optional.empty();
  }
}
