package parcelrecon.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

  private static final String HERE = "192.0.2.1";

  private final SettableClock clock = new SettableClock();
  private final SignInLimit limit = new SignInLimit(clock);

  private void failTimes(int times, String name, String address) {
    for (int time = 0; time < times; time++) {
      while (!limit.begin(name, address).isZero()) {
        clock.pass(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void name_waitsTwiceAsLongEachTime_afterFiveFailures() {
    failTimes(SignInLimit.FAILURES_OF_A_NAME, "lin", HERE);
    assertThat(limit.begin("lin", HERE)).isEqualTo(Duration.ofSeconds(1));
    clock.pass(Duration.ofSeconds(1));
    assertThat(limit.begin("LIN", HERE)).isZero();
    assertThat(limit.begin("lin", "192.0.2.2")).isEqualTo(Duration.ofSeconds(2));
    failTimes(20, "lin", "192.0.2.2");
    assertThat(limit.begin("lin", "192.0.2.3")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void waiting_isNoFailure_soThatItEnds() {
    failTimes(SignInLimit.FAILURES_OF_A_NAME, "lin", HERE);
    for (int time = 0; time < 50; time++) {
      limit.begin("lin", HERE);
    }
    assertThat(limit.begin("lin", HERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void success_forgetsTheNamesFailures() {
    failTimes(SignInLimit.FAILURES_OF_A_NAME - 1, "lin", HERE);
    assertThat(limit.begin("lin", HERE)).isZero();
    limit.succeeded("lin", HERE);
    failTimes(SignInLimit.FAILURES_OF_A_NAME, "lin", HERE);
    assertThat(limit.begin("lin", HERE)).isPositive();
  }

  @Test
  void address_waits_whateverNamesItTries() {
    for (int name = 0; name < SignInLimit.FAILURES_OF_AN_ADDRESS; name++) {
      assertThat(limit.begin("name" + name, HERE)).isZero();
    }
    assertThat(limit.begin("another", HERE)).isPositive();
    assertThat(limit.begin("another", "192.0.2.2")).isZero();
  }

  @Test
  void addresses_areOne_whenOneSubscriberHasThem() {
    for (int host = 0; host < SignInLimit.FAILURES_OF_AN_ADDRESS; host++) {
      limit.begin("name" + host, "2001:db8:0:1:0:0:0:" + host);
    }
    assertThat(limit.begin("another", "2001:db8:0:1:9:9:9:9")).isPositive();
    assertThat(limit.begin("another", "2001:db8:0:2:0:0:0:1")).isZero();
  }

  @Test
  void failures_areForgotten_afterAnHour() {
    failTimes(SignInLimit.FAILURES_OF_A_NAME + 10, "lin", HERE);
    clock.pass(SignInLimit.FORGOTTEN_AFTER);
    failTimes(1, "lin", HERE);
    assertThat(limit.begin("lin", HERE)).isZero();
  }

  @Test
  void names_areForgottenOldestFirst_whenTooMany() {
    failTimes(SignInLimit.FAILURES_OF_A_NAME, "lin", HERE);
    for (int name = 0; name < 9_999; name++) {
      limit.begin("name" + name, "host" + name);
    }
    assertThat(limit.begin("lin", "elsewhere")).isPositive();
    limit.begin("one more", "elsewhere");
    assertThat(limit.begin("lin", "elsewhere")).isZero();
  }
}
