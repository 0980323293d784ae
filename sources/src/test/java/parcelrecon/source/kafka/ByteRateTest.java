package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class ByteRateTest {

  /** What is owed at the end is less than a wait worth waiting. */
  private static final Duration SLACK = Duration.ofMillis(15);

  @Test
  void rate_isSharedByAllReaders() {
    ByteRate rate = new ByteRate(OptionalLong.of(1_000_000));
    Duration took =
        timed(
            () ->
                CompletableFuture.allOf(
                        IntStream.range(0, 3)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> take(rate, 200)))
                            .toArray(CompletableFuture<?>[]::new))
                    .join());
    assertThat(took).isGreaterThan(Duration.ofMillis(600).minus(SLACK));
  }

  @Test
  void idleTime_isNotSavedUp() {
    ByteRate rate = new ByteRate(OptionalLong.of(1_000_000));
    take(rate, 1);
    timed(() -> take(new ByteRate(OptionalLong.of(1_000_000)), 300));
    assertThat(timed(() -> take(rate, 200))).isGreaterThan(Duration.ofMillis(200).minus(SLACK));
  }

  @Test
  void noRate_waitsForNothing() {
    ByteRate rate = new ByteRate(OptionalLong.empty());
    assertThat(timed(() -> rate.take(Long.MAX_VALUE))).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void wait_endsAtOnce_whenTheThreadIsInterrupted() {
    ByteRate rate = new ByteRate(OptionalLong.of(65_536));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> rate.take(100_000_000)).isInstanceOf(InterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void take(ByteRate rate, int thousands) {
    for (int i = 0; i < thousands; i++) {
      rate.take(1_000);
    }
  }

  private static Duration timed(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
