package parcelrecon.month;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What a process takes for the time: the world's, unless its machine goes wrong. */
final class SettableClock implements InstantSource {

  private volatile Instant now;
  private volatile Duration wrongBy = Duration.ZERO;

  SettableClock(Instant now) {
    this.now = now;
  }

  /** Goes on to an instant of the world. */
  void goOnTo(Instant instant) {
    now = instant;
  }

  /** From now on it goes wrong by so much; negative where it is behind. */
  void goWrongBy(Duration duration) {
    wrongBy = duration;
  }

  /** The world's time. */
  Instant world() {
    return now;
  }

  @Override
  public Instant instant() {
    return now.plus(wrongBy);
  }
}
