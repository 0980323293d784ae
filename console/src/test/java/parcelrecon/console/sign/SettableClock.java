package parcelrecon.console.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as a test tells it. */
final class SettableClock implements InstantSource {

  private Instant now = Instant.parse("2022-04-13T12:00:00Z");

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
