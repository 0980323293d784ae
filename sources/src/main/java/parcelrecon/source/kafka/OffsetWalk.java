package parcelrecon.source.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Goes through the offsets of a partition to a given end. Done means that the position reached the
 * end: neither an empty poll nor a count says so, since a broker may stall and control records use
 * offsets.
 */
final class OffsetWalk {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Takes what a walk meets, in the order of the offsets. */
  interface Visitor {

    void record(ConsumerRecord<byte[], byte[]> met);

    /**
     * Offsets {@code [from, to)} are not there any more: retention was faster than we.
     *
     * @param firstAt time of the first record that is still there; absent when none is
     */
    void deleted(long from, long to, Optional<Instant> firstAt);
  }

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final Duration stallLimit;
  private final KafkaProblems problems;

  /**
   * @param stallLimit how long the position may stand still
   */
  OffsetWalk(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      Duration stallLimit,
      KafkaProblems problems) {
    this.consumer = consumer;
    this.partition = partition;
    this.stallLimit = stallLimit;
    this.problems = problems;
  }

  /** Visits the offsets {@code [from, end)}. */
  void walk(long from, long end, Visitor visitor) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long position = from;
    long movedAt = System.nanoTime();
    while (position < end) {
      poll(end, visitor);
      long reached = positionOr(position);
      if (reached > position) {
        position = reached;
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > stallLimit.toNanos()) {
        throw problems.stalled(partition, position, end, stallLimit);
      }
    }
  }

  private void poll(long end, Visitor visitor) {
    try {
      for (ConsumerRecord<byte[], byte[]> met : consumer.poll(POLL).records(partition)) {
        if (met.offset() < end) {
          visitor.record(met);
        }
      }
    } catch (OffsetOutOfRangeException e) {
      goOnAfterDeletion(e, end, visitor);
    }
  }

  /**
   * The position, or the one before while the client waits for a broker to confirm it, as it does
   * after a change of the leader.
   */
  private long positionOr(long before) {
    try {
      return consumer.position(partition, POLL);
    } catch (TimeoutException e) {
      return before;
    }
  }

  private void goOnAfterDeletion(OffsetOutOfRangeException cause, long end, Visitor visitor) {
    long asked = cause.offsetOutOfRangePartitions().get(partition);
    long beginning =
        consumer.beginningOffsets(List.of(partition), KafkaProblems.ANSWER_LIMIT).get(partition);
    if (beginning <= asked || cause instanceof LogTruncationException) {
      throw problems.cutShort(partition, asked, end);
    }
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, 0L), KafkaProblems.ANSWER_LIMIT).get(partition);
    long next = Math.min(end, beginning);
    visitor.deleted(
        asked, next, Optional.ofNullable(first).map(it -> Instant.ofEpochMilli(it.timestamp())));
    consumer.seek(partition, next);
  }
}
