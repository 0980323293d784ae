package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** On every kind of results database: whose time is told without regard to zones. */
public class AgreedClockTest extends OnResults {

  @Test
  void clock_isTheDatabases_whereOurOwnIsAhead() {
    InstantSource ahead = () -> Instant.now().plus(Duration.ofHours(1));
    Instant before = Instant.now().minusSeconds(1);

    assertThat(new AgreedClock(database, ahead).instant())
        .isBetween(before, Instant.now().plusSeconds(1));
  }

  @Test
  void clock_isOurOwn_whereItIsBehind() {
    Instant behind = Instant.now().minus(Duration.ofHours(1));

    assertThat(new AgreedClock(database, InstantSource.fixed(behind)).instant()).isEqualTo(behind);
  }
}
