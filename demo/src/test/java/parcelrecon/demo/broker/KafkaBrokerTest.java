package parcelrecon.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  @TempDir Path folder;

  @Test
  void broker_keepsPortsAndRecords_whenKilledAndStartedAgain() throws Exception {
    KafkaBroker broker = KafkaBroker.start(folder);
    broker.createTopic("parcels", 2, Map.of("retention.ms", "-1"));
    send(broker, "one");
    String address = broker.bootstrapServers();
    broker.kill();

    try (KafkaBroker again = KafkaBroker.start(folder)) {
      assertThat(again.bootstrapServers()).isEqualTo(address);
      assertThat(endOfFirstPartition(again)).isEqualTo(1);
    }
  }

  private static void send(KafkaBroker broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            broker.clientProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("parcels", 0, null, value)).get();
    }
  }

  private static long endOfFirstPartition(KafkaBroker broker)
      throws InterruptedException, ExecutionException {
    TopicPartition first = new TopicPartition("parcels", 0);
    try (Admin admin = Admin.create(broker.clientProperties())) {
      return admin
          .listOffsets(Map.of(first, OffsetSpec.latest()))
          .partitionResult(first)
          .get()
          .offset();
    }
  }
}
