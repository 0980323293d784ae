package parcelrecon.source.segments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static parcelrecon.source.segments.EventSettings.NOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.source.Source;

/**
 * A real broker that wrote topics of every kind and was killed, and what a live reader got of them
 * before. Made once; tests work on copies of its folders.
 */
final class DeadBroker {

  static final List<String> CODECS = List.of("none", "gzip", "snappy", "lz4", "zstd");

  /** Topics, each with the traits of its name. */
  static final String LONG = "parcel-outbound-long";

  static final String TRANSACTIONS = "parcel-outbound-transactions";
  static final String OPEN = "parcel-outbound-open";
  static final String APPEND_TIME = "parcel-outbound-append-time";
  static final String ODD = "parcel-outbound-odd";
  static final String EARLY = "parcel-outbound-early";

  static final int RECORDS = 3_000;

  private static DeadBroker only;

  private final Path folder;
  private final Map<String, Reading> live = new TreeMap<>();
  private KafkaBroker broker;

  static synchronized DeadBroker get() {
    if (only == null) {
      only = new DeadBroker();
    }
    return only;
  }

  private DeadBroker() {
    try {
      folder = Files.createTempDirectory("dead-broker");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      broker = KafkaBroker.start(folder);
      write();
      broker.kill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() throws InterruptedException, ExecutionException {
    for (String codec : CODECS) {
      writeCodec("parcel-outbound-" + codec, codec);
    }
    writeLong();
    writeTransactions();
    writeOpen();
    topic(APPEND_TIME, 1, Map.of("message.timestamp.type", "LogAppendTime"));
    send(APPEND_TIME, "none", 0, 50, NOON);
    writeOdd();
    topic(EARLY, 1, Map.of());
    send(EARLY, "gzip", 0, 100, NOON.minusSeconds(9_000));
    send(EARLY, "gzip", 100, 200, NOON.minusSeconds(3_760));
    for (String topic : live.keySet()) {
      try (Source source = EventSettings.live(broker.bootstrapServers(), topic)) {
        live.put(topic, Reading.of(source, EventSettings.WINDOW, 1 << 20));
      }
    }
  }

  private void topic(String name, int partitions, Map<String, String> more) {
    Map<String, String> configuration = new HashMap<>(more);
    configuration.putIfAbsent("retention.ms", "-1");
    broker.createTopic(name, partitions, configuration);
    live.put(name, new Reading());
  }

  private void writeCodec(String topic, String codec) {
    topic(topic, 1, Map.of());
    send(topic, codec, 0, 500, NOON);
  }

  /** Several partitions, several segments. */
  private void writeLong() {
    topic(LONG, 2, Map.of("segment.bytes", String.valueOf(1 << 20)));
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      for (int i = 0; i < RECORDS; i++) {
        producer.send(record(LONG, i % 2, NOON.plusMillis(i), "P" + i, "x".repeat(1_500)));
      }
    }
  }

  private void writeTransactions() {
    topic(TRANSACTIONS, 1, Map.of());
    try (KafkaProducer<byte[], byte[]> first = producer(Map.of("transactional.id", "first"));
        KafkaProducer<byte[], byte[]> second = producer(Map.of("transactional.id", "second"))) {
      first.initTransactions();
      second.initTransactions();
      for (int round = 0; round < 6; round++) {
        first.beginTransaction();
        second.beginTransaction();
        for (int i = 0; i < 3; i++) {
          String parcel = "-" + round + "-" + i;
          first.send(record(TRANSACTIONS, 0, NOON.plusSeconds(round), "A" + parcel, ""));
          second.send(record(TRANSACTIONS, 0, NOON.plusSeconds(round), "B" + parcel, ""));
          first.flush();
          second.flush();
        }
        end(first, round % 2 == 0);
        end(second, round % 3 == 0);
      }
    }
    send(TRANSACTIONS, "lz4", 0, 5, NOON.plusSeconds(60));
  }

  private static void end(KafkaProducer<byte[], byte[]> producer, boolean isCommit) {
    if (isCommit) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
  }

  private void writeOpen() {
    topic(OPEN, 1, Map.of());
    send(OPEN, "none", 0, 10, NOON);
    KafkaProducer<byte[], byte[]> writer = producer(Map.of("transactional.id", "open"));
    writer.initTransactions();
    writer.beginTransaction();
    writer.send(record(OPEN, 0, NOON.plusSeconds(600), "hidden", ""));
    writer.flush();
    send(OPEN, "none", 10, 15, NOON.plusSeconds(700));
    send(OPEN, "none", 15, 16, NOON.plusSeconds(485));
    writer.close(java.time.Duration.ZERO);
  }

  /** Nulls, poison, headers, one fast clock. */
  private void writeOdd() throws InterruptedException, ExecutionException {
    topic(ODD, 1, Map.of());
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      ProducerRecord<byte[], byte[]> headed = record(ODD, 0, NOON, "headed", "");
      headed.headers().add("event", "E0".getBytes(UTF_8)).add("event", "E1".getBytes(UTF_8));
      headed.headers().add("none", null);
      producer.send(headed).get();
      long millis = NOON.toEpochMilli();
      producer
          .send(new ProducerRecord<>(ODD, 0, (Long) millis, "S9".getBytes(UTF_8), (byte[]) null))
          .get();
      producer.send(new ProducerRecord<>(ODD, 0, millis, null, "{\"half\":".getBytes(UTF_8))).get();
      producer.send(new ProducerRecord<>(ODD, 0, millis, null, "{}".getBytes(UTF_8))).get();
      producer.send(record(ODD, 0, NOON.plusSeconds(86_400), "fast-clock", "")).get();
      producer.send(record(ODD, 0, NOON.minusSeconds(86_400), "late", "")).get();
    }
  }

  private void send(String topic, String codec, int from, int to, Instant at) {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("compression.type", codec))) {
      for (int i = from; i < to; i++) {
        producer.send(record(topic, 0, at.plusSeconds(i), "P" + i, ""));
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(broker.clientProperties());
    properties.put("batch.size", 4_000);
    properties.put("linger.ms", 20);
    properties.putAll(more);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, Instant at, String parcel, String note) {
    return new ProducerRecord<>(
        topic,
        partition,
        at.toEpochMilli(),
        ("S" + parcel.length()).getBytes(UTF_8),
        ("{\"parcel_id\":\"" + parcel + "\",\"note\":\"" + note + "\"}").getBytes(UTF_8));
  }

  /** What a live reader got. */
  Reading live(String topic) {
    return live.get(topic);
  }

  Iterable<String> topics() {
    return live.keySet();
  }

  /** Where its logs are. */
  Path logs() {
    return folder.resolve("data");
  }

  /** Copies a topic's folders to below another folder. */
  void copy(String topic, Path target) {
    for (int partition = 0;
        Files.isDirectory(logs().resolve(topic + "-" + partition));
        partition++) {
      copyFolder(logs().resolve(topic + "-" + partition), target);
    }
  }

  static void copyFolder(Path folder, Path target) {
    try (Stream<Path> files = Files.list(folder)) {
      Path copy = Files.createDirectories(target.resolve(folder.getFileName()));
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
