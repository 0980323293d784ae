package parcelrecon.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parcelrecon.console.operations.BackgroundLook.Seen;

class BackgroundLookTest {

  private final Deque<Runnable> asked = new ArrayDeque<>();
  private final AtomicInteger looks = new AtomicInteger();
  private Instant now = Instant.parse("2022-04-13T00:00:00Z");
  private final BackgroundLook<Integer> look =
      new BackgroundLook<>(looks::incrementAndGet, Duration.ofSeconds(10), asked::add, () -> now);

  @Test
  void look_isMadeOnce_howeverManyAsk() {
    for (int i = 0; i < 100; i++) {
      assertThat(look.latest()).isEmpty();
    }
    assertThat(asked).hasSize(1);
    asked.remove().run();
    now = now.plusSeconds(9);
    assertThat(look.latest().map(Seen::what)).contains(1);
    assertThat(asked).isEmpty();
    now = now.plusSeconds(1);
    assertThat(look.latest().map(Seen::what)).contains(1);
    assertThat(asked).hasSize(1);
  }

  @Test
  void freshLook_isNotAnOldOne_norOneThatStalls() {
    look.latest();
    asked.remove().run();
    assertThat(look.fresh(Duration.ZERO).map(Seen::what)).contains(1);
    now = now.plusSeconds(10);
    assertThat(look.fresh(Duration.ZERO)).isEmpty();
    assertThat(look.latest().map(Seen::what)).contains(1);
    asked.remove().run();
    assertThat(look.fresh(Duration.ZERO).map(Seen::what)).contains(2);
  }

  @Test
  void look_isMadeAgain_whenTheClockWasSetBack() {
    look.latest();
    asked.remove().run();
    now = now.minus(Duration.ofHours(1));
    look.latest();
    assertThat(asked).hasSize(1);
    asked.remove().run();
    now = now.plusSeconds(9);
    look.latest();
    assertThat(asked).isEmpty();
  }

  @Test
  void look_tellsHowLongItTakes_andNoSecondIsBegun_whenItStalls() {
    look.latest();
    now = now.plusSeconds(60);
    assertThat(look.latest()).isEmpty();
    assertThat(look.waiting()).contains(Duration.ofSeconds(60));
    assertThat(asked).hasSize(1);
    asked.remove().run();
    assertThat(look.waiting()).isEmpty();
  }
}
