package parcelrecon.source.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a site may say about its Kafka, and what we say whatever the site does: no group, no commit,
 * no invented offset, nothing but committed records, nothing sent about ourselves.
 */
public final class ClientProperties {

  /** How long one question to the broker may take, unless the site says otherwise. */
  private static final String ANSWER_MILLIS = "10000";

  /** The least {@code bytes-per-second}: less would keep a stop waiting. */
  public static final long BYTES_PER_SECOND_MIN = 65_536;

  /** Kafka's own default for a partition. */
  private static final long FETCH_BYTES_MAX = 1 << 20;

  private static final Set<String> CONNECTION =
      Set.of(
          "bootstrap.servers",
          "client.dns.lookup",
          "client.id",
          "client.rack",
          "connections.max.idle.ms",
          "default.api.timeout.ms",
          "fetch.max.bytes",
          "max.partition.fetch.bytes",
          "receive.buffer.bytes",
          "reconnect.backoff.max.ms",
          "reconnect.backoff.ms",
          "request.timeout.ms",
          "retry.backoff.max.ms",
          "retry.backoff.ms",
          "send.buffer.bytes",
          "socket.connection.setup.timeout.max.ms",
          "socket.connection.setup.timeout.ms");

  private static final SortedSet<String> ALLOWED =
      Stream.of(CONNECTION, SecurityProperties.ALLOWED)
          .flatMap(Set::stream)
          .collect(Collectors.toCollection(TreeSet::new));

  /** A fetch that waits for more at the end of a split keeps the consumer's next one waiting. */
  private static final Map<String, String> CONSUMER =
      Map.of(
          "enable.auto.commit", "false",
          "auto.offset.reset", "none",
          "isolation.level", "read_committed",
          "allow.auto.create.topics", "false",
          "max.poll.records", "2000",
          "fetch.max.wait.ms", "20",
          "key.deserializer", ByteArrayDeserializer.class.getName(),
          "value.deserializer", ByteArrayDeserializer.class.getName());

  private ClientProperties() {}

  /** Why a site may not set this, in the words of a problem; empty when it may. */
  public static Optional<String> refusal(String name, String value) {
    return ALLOWED.contains(name)
        ? SecurityProperties.refusal(name, value)
        : Optional.of("is a client property that is not allowed");
  }

  /** Whether the name is one of Kafka's, allowed or not. */
  public static boolean isClientProperty(String name) {
    return ALLOWED.contains(name) || ConsumerConfig.configNames().contains(name);
  }

  /** The names a site may set, sorted. */
  public static List<String> allowed() {
    return List.copyOf(ALLOWED);
  }

  static Map<String, Object> ofAdmin(Map<String, String> site) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("client.id", "parcel-recon");
    properties.put("request.timeout.ms", ANSWER_MILLIS);
    properties.put("default.api.timeout.ms", ANSWER_MILLIS);
    properties.putAll(site);
    properties.put("enable.metrics.push", "false");
    properties.put("metric.reporters", "");
    return properties;
  }

  /**
   * @param bytesPerSecond where it is set, no fetch is of more than a quarter of it, so that it
   *     holds within a second, too
   */
  static Map<String, Object> ofConsumer(Map<String, String> site, OptionalLong bytesPerSecond) {
    Map<String, Object> properties = ofAdmin(site);
    properties.putAll(CONSUMER);
    bytesPerSecond.ifPresent(
        bytes -> {
          int fetchBytes = (int) Math.min(FETCH_BYTES_MAX, bytes / 4);
          properties.put("fetch.max.bytes", fetchBytes);
          properties.put("max.partition.fetch.bytes", fetchBytes);
        });
    return properties;
  }

  /** The same consumer, but shown what is not committed, and what never will be. */
  static Map<String, Object> uncommitted(Map<String, Object> consumer) {
    Map<String, Object> properties = new HashMap<>(consumer);
    properties.put("isolation.level", "read_uncommitted");
    return properties;
  }
}
