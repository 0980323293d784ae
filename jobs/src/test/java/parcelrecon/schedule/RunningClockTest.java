package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunningClockTest {

  private static final Instant NOON = Instant.parse("2022-04-13T12:00:00Z");

  private final AtomicReference<Instant> followed = new AtomicReference<>(NOON);
  private final RunningClock clock = new RunningClock(followed::get);

  @Test
  void clock_isThatOfTheClockItFollows_whereThatGoesOn() {
    assertThat(clock.now()).isEqualTo(NOON);
    followed.set(NOON.plus(Duration.ofHours(1)));

    assertThat(clock.now()).isEqualTo(followed.get());
  }

  @Test
  void clock_goesOnAsTimeGoes_whereThatStandsStillOrIsSetBack() throws InterruptedException {
    clock.now();
    Thread.sleep(20);
    Instant later = clock.now();
    followed.set(NOON.minus(Duration.ofHours(1)));
    Thread.sleep(20);
    Instant evenLater = clock.now();

    assertThat(Duration.between(NOON, later))
        .isBetween(Duration.ofMillis(20), Duration.ofMinutes(1));
    assertThat(Duration.between(later, evenLater))
        .isBetween(Duration.ofMillis(20), Duration.ofMinutes(1));
  }
}
