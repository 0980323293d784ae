package parcelrecon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import parcelrecon.demo.site.Topic;
import tools.jackson.databind.json.JsonMapper;

/** The demo's topic dumped to files, as people do with the tools they have. */
final class TopicFiles {

  private static final JsonMapper JSON = JsonMapper.shared();

  private TopicFiles() {}

  /** As {@code kcat -J} does, and the values alone beside it. */
  static void dump(Map<String, Object> client, Path kcat, Path plain) {
    try {
      Files.createDirectories(kcat.getParent());
      try (Consumer<byte[], byte[]> consumer = consumer(client);
          Writer envelopes = Files.newBufferedWriter(kcat);
          Writer values = Files.newBufferedWriter(plain)) {
        List<TopicPartition> partitions =
            IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.NAME, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
          for (ConsumerRecord<byte[], byte[]> kept : consumer.poll(Duration.ofSeconds(1))) {
            envelopes.append(envelope(kept)).append('\n');
            values.append(text(kept.value())).append('\n');
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.auto.commit", "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String envelope(ConsumerRecord<byte[], byte[]> kept) {
    Map<String, Object> envelope = new java.util.LinkedHashMap<>();
    envelope.put("topic", kept.topic());
    envelope.put("partition", kept.partition());
    envelope.put("offset", kept.offset());
    envelope.put("tstype", "create");
    envelope.put("ts", kept.timestamp());
    envelope.put("key", text(kept.key()));
    envelope.put("payload", text(kept.value()));
    return JSON.writeValueAsString(envelope);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
