package parcelrecon.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Kafka;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Times;

/** A site's topic on a real broker, what is done to it, and the source that reads it. */
final class KafkaSite implements AutoCloseable {

  static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  static final Instant NOON = Instant.parse("2022-04-13T04:00:00Z");

  /** 12:00 to 13:00 in Taipei. */
  static final Window WINDOW = new Window(NOON, NOON.plusSeconds(3600), TAIPEI);

  private static final AtomicInteger TOPICS = new AtomicInteger();

  private final KafkaBroker broker;
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, String> client = new HashMap<>();
  private final Map<String, List<String>> fields = new HashMap<>();
  private List<String> topics;
  private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
  private List<String> groups = List.of();
  private Path base = Path.of("/site");
  private OptionalLong bytesPerSecond = OptionalLong.empty();

  /** A topic that no other test has. */
  static KafkaSite on(KafkaBroker broker, int partitions) {
    return on(broker, partitions, Map.of());
  }

  static KafkaSite on(KafkaBroker broker, int partitions, Map<String, String> configuration) {
    String topic = "parcel-outbound-" + TOPICS.getAndIncrement();
    return new KafkaSite(broker, topic, partitions, configuration);
  }

  /** Makes the topic. */
  KafkaSite(KafkaBroker broker, String topic, int partitions, Map<String, String> configuration) {
    this(broker, topic);
    Map<String, String> all = new HashMap<>(configuration);
    all.putIfAbsent("retention.ms", "-1");
    broker.createTopic(topic, partitions, all);
  }

  private KafkaSite(KafkaBroker broker, String topic) {
    this.broker = broker;
    this.topic = topic;
    this.topics = List.of(topic);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 16_777_216),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    client.put("bootstrap.servers", broker.bootstrapServers());
    fields.put("parcel_id", List.of("/parcel_id"));
  }

  /** The same topic, with nothing remembered of it. */
  KafkaSite again() {
    return new KafkaSite(broker, topic);
  }

  KafkaSite field(String column, String field) {
    fields.put(column, List.of(field));
    return this;
  }

  KafkaSite watching(String... watched) {
    groups = List.of(watched);
    return this;
  }

  /** With its configuration in this folder. */
  KafkaSite at(Path folder) {
    base = folder;
    return this;
  }

  KafkaSite sparing(long atMostBytesPerSecond) {
    bytesPerSecond = OptionalLong.of(atMostBytesPerSecond);
    return this;
  }

  KafkaSite reading(String... others) {
    topics = List.of(others);
    return this;
  }

  KafkaSite client(String property, String value) {
    client.put(property, value);
    return this;
  }

  ProducerRecord<byte[], byte[]> record(int partition, Instant at, String key, String value) {
    return new ProducerRecord<>(topic, partition, at.toEpochMilli(), bytes(key), bytes(value));
  }

  KafkaSite send(ProducerRecord<byte[], byte[]> record) {
    producer.send(
        record, (sent, failure) -> failures.addAll(failure == null ? List.of() : List.of(failure)));
    return this;
  }

  /** Sends it; {@link #flush()} waits for it. */
  KafkaSite send(int partition, Instant at, String key, String value) {
    return send(record(partition, at, key, value));
  }

  KafkaSite send(int partition, Instant at, String parcel) {
    return send(partition, at, parcel, "{\"parcel_id\":\"" + parcel + "\"}");
  }

  KafkaSite flush() {
    producer.flush();
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.size() + " records not sent", failures.peek());
    }
    return this;
  }

  void deleteBefore(int partition, long offset) {
    Map<TopicPartition, RecordsToDelete> deleted =
        Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset));
    asked(admin -> admin.deleteRecords(deleted).all());
  }

  /** Waits for the marker that ends a transaction: it is written after the writer was answered. */
  void awaitEnd(int partition, long offset) {
    TopicPartition asked = new TopicPartition(topic, partition);
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (asked(
                admin ->
                    admin.listOffsets(Map.of(asked, OffsetSpec.latest())).partitionResult(asked))
            .offset()
        < offset) {
      assertThat(System.nanoTime()).isLessThan(until);
    }
  }

  /** What the broker answers an admin. */
  <T> T asked(Function<Admin, KafkaFuture<T>> question) {
    try (Admin admin = Admin.create(broker.clientProperties())) {
      return question.apply(admin).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String topic() {
    return topic;
  }

  KafkaSource source() {
    return source(Duration.ofSeconds(60));
  }

  KafkaSource source(Duration stallLimit) {
    Kafka kafka = new Kafka(client, topics, groups, bytesPerSecond);
    Mapping mapping =
        new Mapping(
            fields,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Amounts.STANDARD,
            Times.STANDARD,
            Calls.STANDARD,
            "TWD",
            "OUTBOUND_COMPLETED");
    return new KafkaSource(
        new SourceSettings(
            SourceName.EVENTS, base, kafka, mapping, TAIPEI, false, true, Optional.empty()),
        kafka,
        stallLimit);
  }

  SourcePlan plan() {
    try (KafkaSource source = source()) {
      return plan(source);
    }
  }

  static SourcePlan plan(KafkaSource source) {
    return source.plan(new PlanRequest(WINDOW, 1 << 20));
  }

  EventSink readAll() {
    try (KafkaSource source = source()) {
      return readAll(source, plan(source));
    }
  }

  static EventSink readAll(KafkaSource source, SourcePlan plan) {
    EventSink sink = new EventSink();
    plan.splits().forEach(split -> sink.learnt.addAll(source.read(split, sink)));
    return sink;
  }

  /** What was learnt of the whole, as a run puts it together. */
  static List<Reason> together(SourcePlan plan, EventSink sink) {
    return Coverage.together(Stream.concat(plan.reasons().stream(), sink.learnt.stream()).toList())
        .reasons();
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
