package parcelrecon.source.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a site may say about its Kafka, and what we say whatever the site does: no group, no commit,
 * no invented offset, nothing but committed records, nothing sent about ourselves.
 */
public final class ClientProperties {

  /** How long one question to the broker may take, unless the site says otherwise. */
  private static final String ANSWER_MILLIS = "10000";

  private static final Set<String> ALLOWED =
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
          "security.protocol",
          "send.buffer.bytes",
          "socket.connection.setup.timeout.max.ms",
          "socket.connection.setup.timeout.ms");

  private static final List<String> ALLOWED_PREFIXES = List.of("sasl.", "ssl.");

  private static final Map<String, String> CONSUMER =
      Map.of(
          "enable.auto.commit", "false",
          "auto.offset.reset", "none",
          "isolation.level", "read_committed",
          "allow.auto.create.topics", "false",
          "max.poll.records", "2000",
          "fetch.max.wait.ms", "100",
          "key.deserializer", ByteArrayDeserializer.class.getName(),
          "value.deserializer", ByteArrayDeserializer.class.getName());

  private ClientProperties() {}

  /** Those of the names that a site may not set, sorted. */
  public static List<String> notAllowed(Collection<String> names) {
    return names.stream().filter(name -> !isAllowed(name)).sorted().toList();
  }

  /** The names a site may set; {@code sasl.} and {@code ssl.} stand for all that begin so. */
  public static List<String> allowed() {
    return java.util.stream.Stream.concat(ALLOWED.stream(), ALLOWED_PREFIXES.stream())
        .sorted()
        .toList();
  }

  private static boolean isAllowed(String name) {
    return ALLOWED.contains(name) || ALLOWED_PREFIXES.stream().anyMatch(name::startsWith);
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

  static Map<String, Object> ofConsumer(Map<String, String> site) {
    Map<String, Object> properties = ofAdmin(site);
    properties.putAll(CONSUMER);
    return properties;
  }

  /** A text without the secrets among the site's properties. */
  static String withoutSecrets(String text, Map<String, String> site) {
    String cleaned = text;
    for (Map.Entry<String, String> property : site.entrySet()) {
      boolean isSecret = property.getKey().matches(".*(jaas|password|secret|keystore\\.key).*");
      if (isSecret && !property.getValue().isEmpty()) {
        cleaned = cleaned.replace(property.getValue(), "***");
      }
    }
    return cleaned;
  }
}
