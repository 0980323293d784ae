package parcelrecon.month;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import parcelrecon.demo.broker.KafkaBroker;

/** Where pick-ups are told: a topic of a Kafka broker that goes down and comes back. */
final class PickUpTopic implements AutoCloseable {

  static final String NAME = "pick-ups";
  private static final int PARTITIONS = 3;

  private final Path folder;
  private final Outbox<PickUp> outbox = new Outbox<>();
  private KafkaBroker broker;
  private Producer<String, String> producer;
  private boolean isUp;

  PickUpTopic(Path folder) {
    this.folder = folder;
    start();
    broker.createTopic(NAME, PARTITIONS, Map.of("retention.ms", "-1"));
  }

  private void start() {
    broker = KafkaBroker.start(folder);
    connect();
  }

  /** After {@link #kill()}, on what it held then. */
  void startAgain() {
    start();
    broker.awaitTopic(NAME, PARTITIONS);
  }

  private void connect() {
    producer =
        new KafkaProducer<>(
            broker.clientProperties(), new StringSerializer(), new StringSerializer());
    isUp = true;
  }

  void kill() {
    isUp = false;
    producer.close();
    broker.kill();
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  void add(PickUp pickUp) {
    if (pickUp.fate().isTold()) {
      outbox.add(pickUp.toldAt(), pickUp);
    }
  }

  /** Sends what is to be told by then, if it can. */
  void write(Instant through) throws InterruptedException, ExecutionException {
    if (!isUp) {
      return;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (PickUp pickUp : outbox.take(through)) {
      sent.add(
          producer.send(
              new ProducerRecord<>(
                  NAME,
                  null,
                  pickUp.toldAt().toEpochMilli(),
                  pickUp.parcelId(),
                  "{\"parcel_id\":\"%s\",\"type\":\"PICKED_UP\",\"occurred_at\":\"%s\"}"
                      .formatted(pickUp.parcelId(), pickUp.completedAt()))));
    }
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  @Override
  public void close() {
    if (isUp) {
      producer.close();
      broker.close();
    }
  }
}
