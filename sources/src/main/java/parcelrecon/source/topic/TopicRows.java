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

/** A topic's records as rows: a value is a JSON object, and one that is none is a broken row. */
public record TopicRows(JsonFields fields, RowReceiver rows) {

  public void hand(ConsumerRecord<byte[], byte[]> kept) {
    TopicOffset ref =
        new TopicOffset(SourceName.EVENTS, kept.topic(), kept.partition(), kept.offset());
    String value = text(kept.value());
    JsonBody body = JsonBody.of(value == null ? "" : value);
    JsonRow row =
        new JsonRow(
            fields, body.node(), text(kept.key()), headers(kept), value == null ? "" : value);
    if (value == null) {
      rows.broken(row, ref, "record has no value, expected a JSON object");
    } else if (body.problem().isPresent()) {
      rows.broken(row, ref, "value " + body.problem().get());
    } else {
      rows.row(row, ref, stamp(kept));
    }
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
