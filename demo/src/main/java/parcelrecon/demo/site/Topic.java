package parcelrecon.demo.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.story.Timeline;
import parcelrecon.demo.story.Written.Message;
import parcelrecon.demo.story.Written.Print;

/** The topic of parcel events, and the groups that consume it. */
public final class Topic {

  public static final String NAME = "parcel-outbound";
  public static final int PARTITIONS = 6;

  /** Without these a broker deletes what is as old as the incident. */
  public static final Map<String, String> CONFIGURATION =
      Map.of("retention.ms", "-1", "cleanup.policy", "delete");

  private static final String HEALTHY_GROUP = "buyer-app-push";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(Timeline.ZONE);

  /** A record of nobody: some producer once sent an empty shell. */
  private static final Instant POISONED = Timeline.at(0, "18:50:00");

  private final Map<String, Object> client;

  /**
   * @param client what a client needs to reach the broker
   */
  public Topic(Map<String, Object> client) {
    this.client = client;
  }

  /** Sends every message in the order and with the time in which it was sent that day. */
  public void send(List<Message> messages) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("linger.ms", 20);
    settings.put("batch.size", 128 * 1024);
    settings.put("compression.type", "none");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> last = new ArrayList<>();
      boolean poisoned = false;
      for (Message message : messages) {
        if (!poisoned && message.sentAt().isAfter(POISONED)) {
          last.add(producer.send(record(message.sentAt(), "null", "{\"type\":")));
          poisoned = true;
        }
        last.add(producer.send(record(message.sentAt(), message.parcelId(), json(message))));
        if (last.size() > 20_000) {
          await(last);
        }
      }
      await(last);
    }
  }

  /** One group stands where it stood when the cluster went down, the other is at the end. */
  public void commitGroups() {
    try (Admin admin = Admin.create(client)) {
      commit(
          admin,
          IncidentDay.STALLED_GROUP,
          OffsetSpec.forTimestamp(Timeline.CLUSTER_DOWN.toEpochMilli()));
      commit(admin, HEALTHY_GROUP, OffsetSpec.latest());
    } catch (ExecutionException e) {
      throw new IllegalStateException("offsets not committed", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void commit(Admin admin, String group, OffsetSpec at)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(NAME, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> at));
    Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(asked).all().get();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    found.forEach(
        (partition, info) -> offsets.put(partition, new OffsetAndMetadata(info.offset())));
    admin.alterConsumerGroupOffsets(group, offsets).all().get();
  }

  private static ProducerRecord<byte[], byte[]> record(Instant sentAt, String key, String value) {
    return new ProducerRecord<>(NAME, null, sentAt.toEpochMilli(), bytes(key), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Message message) {
    String occurred =
        message.print() == Print.CLEAR ? TIME.format(message.occurredAt()) : "2022-04-31T19:38";
    return "{\"event_id\":\""
        + message.eventId()
        + "\",\"type\":\""
        + message.type()
        + "\",\"parcel_id\":\""
        + message.parcelId()
        + "\",\"store_id\":\""
        + message.shopId()
        + "\",\"amount\":\""
        + SiteFolder.major(message.amountMinor())
        + "\",\"occurred_at\":\""
        + occurred
        + "\"}";
  }

  private static void await(List<Future<RecordMetadata>> sent) {
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      sent.clear();
    } catch (ExecutionException e) {
      throw new IllegalStateException("events not sent", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while writing the topic", e);
  }
}
