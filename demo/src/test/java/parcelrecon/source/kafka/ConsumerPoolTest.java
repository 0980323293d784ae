package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.source.SourcePlan;

@ExtendWith(SharedBroker.class)
class ConsumerPoolTest {

  private final KafkaBroker broker;

  ConsumerPoolTest(KafkaBroker broker) {
    this.broker = broker;
  }

  @Test
  void consumer_isUsedAgain_unlessItFailed() {
    try (ConsumerPool pool =
        new ConsumerPool(
            ClientProperties.ofConsumer(
                Map.of("bootstrap.servers", broker.bootstrapServers()), OptionalLong.empty()))) {
      Consumer<byte[], byte[]> first = pool.with(consumer -> consumer);
      assertThatThrownBy(
              () ->
                  pool.with(
                      again -> {
                        assertThat(again).isSameAs(first);
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      Consumer<byte[], byte[]> second = pool.with(consumer -> consumer);
      assertThat(second).isNotSameAs(first);
      assertThatThrownBy(first::assignment).hasMessageContaining("already been closed");
    }
  }

  /**
   * A fetch that still waits at the end of one split keeps the next one of the consumer waiting.
   */
  @Test
  void splits_doNotWaitForOneAnother_whenTheyEndWhereTheirTopicEnds() {
    int partitions = 40;
    try (KafkaSite site = KafkaSite.on(broker, partitions);
        KafkaSource source = site.source()) {
      for (int i = 0; i < partitions; i++) {
        site.send(i, KafkaSite.NOON, "P" + i);
      }
      site.flush();
      SourcePlan plan = KafkaSite.plan(source);
      long begun = System.nanoTime();
      assertThat(KafkaSite.readAll(source, plan).events).hasSize(partitions);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(took).isLessThan(Duration.ofMillis(400L * partitions));
    }
  }
}
