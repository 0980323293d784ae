package parcelrecon.source.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.RecordRef.TopicOffset;
import parcelrecon.model.SourceName;
import parcelrecon.source.json.JsonBody;
import parcelrecon.source.json.JsonFields;
import parcelrecon.source.json.JsonRow;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.RowReceiver;

/**
 * A topic's records as rows: a value is a JSON object, and one that is none is a broken row.
 * Decodes the bytes itself, so that a poison record is a reject with its offset and not the end of
 * the run. Bytes that are not UTF-8 become U+FFFD, which no column takes.
 */
public record TopicRows(JsonFields fields, RowReceiver rows) {

  /** The largest value that is taken apart; as of a file's record. */
  static final int VALUE_BYTES_MAX = 4 << 20;

  /** More than a reject shows, whatever the characters. */
  private static final int SHOWN_BYTES_MAX = 4_000;

  public void hand(ConsumerRecord<byte[], byte[]> kept) {
    byte[] value = kept.value();
    if (value == null) {
      broken(kept, "", "record has no value, expected a JSON object");
    } else if (value.length > VALUE_BYTES_MAX) {
      broken(
          kept,
          new String(value, 0, SHOWN_BYTES_MAX, StandardCharsets.UTF_8),
          "value is too long (%d bytes, at most %d)".formatted(value.length, VALUE_BYTES_MAX));
    } else {
      hand(kept, text(value));
    }
  }

  private void hand(ConsumerRecord<byte[], byte[]> kept, String value) {
    JsonBody body = JsonBody.of(value);
    if (body.problem().isPresent()) {
      broken(kept, value, "value " + body.problem().get());
    } else {
      rows.row(row(kept, body, value), ref(kept), stamp(kept));
    }
  }

  private void broken(ConsumerRecord<byte[], byte[]> kept, String value, String reason) {
    rows.broken(row(kept, JsonBody.of(""), value), ref(kept), reason);
  }

  private JsonRow row(ConsumerRecord<byte[], byte[]> kept, JsonBody body, String value) {
    return new JsonRow(fields, body.node(), text(kept.key()), headers(kept), value);
  }

  private static TopicOffset ref(ConsumerRecord<byte[], byte[]> kept) {
    return new TopicOffset(SourceName.EVENTS, kept.topic(), kept.partition(), kept.offset());
  }

  /** Of equal names the last counts. */
  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> kept) {
    Map<String, String> headers = new HashMap<>();
    kept.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return headers;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static EventStamp stamp(ConsumerRecord<byte[], byte[]> kept) {
    if (kept.timestamp() < 0 || kept.timestampType() == TimestampType.NO_TIMESTAMP_TYPE) {
      return EventStamp.NONE;
    }
    return new EventStamp(
        Instant.ofEpochMilli(kept.timestamp()),
        kept.timestampType() == TimestampType.LOG_APPEND_TIME
            ? ParcelEvent.TimestampType.LOG_APPEND_TIME
            : ParcelEvent.TimestampType.CREATE_TIME);
  }
}
