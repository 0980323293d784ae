package parcelrecon.source.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import parcelrecon.source.mapping.RawRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record of a topic: JSON Pointers into its value, {@code @key} and {@code @header:NAME}. */
final class KafkaRow implements RawRow {

  static final String KEY = "@key";
  static final String HEADER = "@header:";

  /** Amounts are read exactly, and nothing may follow the value. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ConsumerRecord<byte[], byte[]> kept;
  private final JsonNode value;
  private final String damage;

  private KafkaRow(ConsumerRecord<byte[], byte[]> kept, JsonNode value, String damage) {
    this.kept = kept;
    this.value = value;
    this.damage = damage;
  }

  /** A record whose value cannot be read still tells its key and headers. */
  static KafkaRow of(ConsumerRecord<byte[], byte[]> kept) {
    if (kept.value() == null) {
      return new KafkaRow(kept, null, "the record has no value, expected a JSON object");
    }
    try {
      JsonNode value = JSON.readTree(kept.value());
      return value.isObject()
          ? new KafkaRow(kept, value, null)
          : new KafkaRow(kept, null, "the value is not a JSON object");
    } catch (JacksonException e) {
      return new KafkaRow(kept, null, "the value is not JSON: " + e.getOriginalMessage());
    }
  }

  /** Why the value cannot be read; null when it can. */
  String damage() {
    return damage;
  }

  /**
   * @throws IllegalArgumentException for a field that is none of the three
   */
  static void checkField(String field) {
    if (!field.equals(KEY) && !field.startsWith(HEADER)) {
      JsonPointer.compile(field);
    }
  }

  @Override
  public Object value(String siteColumn) {
    if (siteColumn.equals(KEY)) {
      return text(kept.key());
    }
    if (siteColumn.startsWith(HEADER)) {
      Header header = kept.headers().lastHeader(siteColumn.substring(HEADER.length()));
      return header == null ? null : text(header.value());
    }
    return value == null ? null : plain(value.at(siteColumn));
  }

  private static Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : node.decimalValue();
      case BOOLEAN -> node.booleanValue();
      case NULL, MISSING -> null;
      case ARRAY, OBJECT, BINARY, POJO -> node;
    };
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String text() {
    return kept.value() == null ? "" : text(kept.value());
  }
}
