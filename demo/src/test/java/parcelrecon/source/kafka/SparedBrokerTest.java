package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.source.SourcePlan;

/** How much a source takes of a cluster in a second. */
@ExtendWith(SharedBroker.class)
class SparedBrokerTest {

  private static final int RECORDS = 300;
  private static final int RECORD_BYTES = 2_000;
  private static final int BYTES_PER_SECOND = 200_000;

  private final KafkaBroker broker;

  SparedBrokerTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void read_takesNoMoreThanItsRate_andIsNotTakenForStalled_whenTwoReadAtOnce() {
    try (KafkaSite site = KafkaSite.on(broker, 2)) {
      for (int i = 0; i < RECORDS; i++) {
        site.send(i % 2, KafkaSite.NOON, "P%03d".formatted(i), value(i));
      }
      site.flush().sparing(BYTES_PER_SECOND);

      try (KafkaSource source = site.source(Duration.ofMillis(900))) {
        SourcePlan plan = KafkaSite.plan(source);
        long begun = System.nanoTime();
        List<CompletableFuture<EventSink>> sinks =
            plan.splits().stream()
                .map(
                    split ->
                        CompletableFuture.supplyAsync(
                            () -> {
                              EventSink sink = new EventSink();
                              source.read(split, sink);
                              return sink;
                            }))
                .toList();
        assertThat(sinks)
            .hasSize(2)
            .allSatisfy(sink -> assertThat(sink.join().events).hasSize(150));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took)
            .isBetween(
                Duration.ofMillis(1000L * RECORDS * RECORD_BYTES / BYTES_PER_SECOND - 20),
                Duration.ofSeconds(20));
      }
    }
  }

  /** With the key and its own frame a record of {@link #RECORD_BYTES}. */
  private static String value(int i) {
    String value = "{\"parcel_id\":\"P%03d\",\"filling\":\"".formatted(i);
    return value + "x".repeat(RECORD_BYTES - 4 - value.length() - 2) + "\"}";
  }
}
