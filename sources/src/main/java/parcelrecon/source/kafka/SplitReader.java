package parcelrecon.source.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.RecordRef.TopicOffset;
import parcelrecon.model.SourceName;
import parcelrecon.source.json.JsonBody;
import parcelrecon.source.json.JsonFields;
import parcelrecon.source.json.JsonRow;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.RowReceiver;

/**
 * Reads one range of offsets to its very end. Done means that the position reached the end: neither
 * an empty poll nor a count says so, since a broker may stall and control records use offsets.
 */
final class SplitReader {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final OffsetRange range;
  private final TopicPartition partition;
  private final JsonFields fields;
  private final RowReceiver rows;
  private final List<Reason> learnt = new ArrayList<>();

  SplitReader(
      Consumer<byte[], byte[]> consumer, OffsetRange range, JsonFields fields, RowReceiver rows) {
    this.consumer = consumer;
    this.range = range;
    this.partition = range.partition();
    this.fields = fields;
    this.rows = rows;
  }

  /**
   * @param stallLimit how long the position may stand still
   */
  List<Reason> read(Duration stallLimit, KafkaProblems problems) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, range.start());
    long position = range.start();
    long movedAt = System.nanoTime();
    while (position < range.end()) {
      poll();
      long reached = consumer.position(partition);
      if (reached > position) {
        position = reached;
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > stallLimit.toNanos()) {
        throw problems.stalled(range, position, stallLimit);
      }
    }
    return learnt;
  }

  private void poll() {
    try {
      for (ConsumerRecord<byte[], byte[]> kept : consumer.poll(POLL).records(partition)) {
        if (kept.offset() < range.end()) {
          hand(kept);
        }
      }
    } catch (OffsetOutOfRangeException e) {
      goOnAfterDeletion();
    }
  }

  /** Retention was faster than we: what is left is read, and what is gone is told. */
  private void goOnAfterDeletion() {
    long beginning =
        consumer.beginningOffsets(List.of(partition), KafkaProblems.ANSWER_LIMIT).get(partition);
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, 0L), KafkaProblems.ANSWER_LIMIT).get(partition);
    learnt.add(
        TopicSurvey.deleted(
            partition,
            range.wanted(),
            Optional.ofNullable(first).map(found -> Instant.ofEpochMilli(found.timestamp()))));
    consumer.seek(partition, Math.min(range.end(), beginning));
  }

  private void hand(ConsumerRecord<byte[], byte[]> kept) {
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
