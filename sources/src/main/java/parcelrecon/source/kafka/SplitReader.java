package parcelrecon.source.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.topic.TopicRows;
import parcelrecon.source.topic.WantedTime;

/**
 * Reads one range of offsets to its very end. Done means that the position reached the end: neither
 * an empty poll nor a count says so, since a broker may stall and control records use offsets.
 */
final class SplitReader {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final OffsetRange range;
  private final TopicPartition partition;
  private final TopicRows rows;
  private final List<Reason> learnt = new ArrayList<>();

  SplitReader(Consumer<byte[], byte[]> consumer, OffsetRange range, TopicRows rows) {
    this.consumer = consumer;
    this.range = range;
    this.partition = range.partition();
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
          rows.hand(kept);
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
        new WantedTime(range.wanted())
            .deleted(
                partition.topic(),
                partition.partition(),
                Optional.ofNullable(first).map(found -> Instant.ofEpochMilli(found.timestamp()))));
    consumer.seek(partition, Math.min(range.end(), beginning));
  }
}
