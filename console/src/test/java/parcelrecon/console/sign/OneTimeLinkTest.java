package parcelrecon.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneTimeLinkTest {

  private final SettableClock clock = new SettableClock();
  private final OneTimeLink link = new OneTimeLink(clock);

  @Test
  void link_isGoodOnce() {
    String secret = link.next().orElseThrow();
    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
    assertThat(link.use(secret + "x")).isFalse();
    assertThat(link.use(secret)).isTrue();
    assertThat(link.use(secret)).isFalse();
  }

  @Test
  void nothing_isGood_beforeThereIsALinkAndAfterItsUse() {
    assertThat(link.use("")).isFalse();
    link.use(link.next().orElseThrow());
    assertThat(link.use("")).isFalse();
  }

  @Test
  void link_isNoGood_whenTooOld() {
    String secret = link.next().orElseThrow();
    clock.pass(OneTimeLink.VALID_FOR.plusMillis(1));
    assertThat(link.use(secret)).isFalse();
  }

  @Test
  void link_isNoGood_whenThereIsALaterOne() {
    String first = link.next().orElseThrow();
    assertThat(link.next()).isEmpty();
    clock.pass(Duration.ofSeconds(10));
    String second = link.next().orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(link.use(first)).isFalse();
    assertThat(link.use(second)).isTrue();
  }
}
