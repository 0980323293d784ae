package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import parcelrecon.demo.broker.KafkaBroker;

/** A real consumer of a group, as the site's own services are. */
final class GroupMember implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private GroupMember(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * @param protocol classic, or consumer: that of KIP-848
   */
  static GroupMember join(KafkaBroker broker, String group, String protocol, String topic) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                group,
                "group.protocol",
                protocol,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
    return new GroupMember(consumer);
  }

  void takeAndCommit(int records) {
    int taken = 0;
    for (long until = System.nanoTime() + PATIENCE.toNanos();
        taken < records && System.nanoTime() < until; ) {
      taken += consumer.poll(Duration.ofMillis(200)).count();
    }
    assertThat(taken).isEqualTo(records);
    consumer.commitSync(PATIENCE);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
