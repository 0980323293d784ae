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
import org.apache.kafka.common.header.Header;

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
  private final ReadingTerms terms;

  OffsetWalk(Consumer<byte[], byte[]> consumer, TopicPartition partition, ReadingTerms terms) {
    this.consumer = consumer;
    this.partition = partition;
    this.terms = terms;
  }

  /** Visits the offsets {@code [from, end)}. */
  void walk(long from, long end, Visitor visitor) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long position = from;
    long movedAt = System.nanoTime();
    while (position < end) {
      long reached = step(end, visitor);
      if (reached > position) {
        position = reached;
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > terms.stallLimit().toNanos()) {
        throw terms.problems().stalled(partition, position, end, terms.stallLimit());
      }
    }
  }

  /** The position after it. */
  private long step(long end, Visitor visitor) {
    try {
      for (ConsumerRecord<byte[], byte[]> met : consumer.poll(POLL).records(partition)) {
        terms.rate().take(bytes(met));
        if (met.offset() < end) {
          visitor.record(met);
        }
      }
      return consumer.position(partition);
    } catch (OffsetOutOfRangeException e) {
      return goOnAfterDeletion(e, end, visitor);
    }
  }

  /** What a record takes when it is not compressed; its frame is left out. */
  private static long bytes(ConsumerRecord<byte[], byte[]> met) {
    long bytes = Math.max(0, met.serializedKeySize()) + Math.max(0, met.serializedValueSize());
    for (Header header : met.headers()) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes;
  }

  private long goOnAfterDeletion(OffsetOutOfRangeException cause, long end, Visitor visitor) {
    long asked = cause.offsetOutOfRangePartitions().get(partition);
    long beginning =
        consumer.beginningOffsets(List.of(partition), KafkaProblems.ANSWER_LIMIT).get(partition);
    if (beginning <= asked || cause instanceof LogTruncationException) {
      throw terms.problems().cutShort(partition, asked, end);
    }
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, 0L), KafkaProblems.ANSWER_LIMIT).get(partition);
    long next = Math.min(end, beginning);
    visitor.deleted(
        asked, next, Optional.ofNullable(first).map(it -> Instant.ofEpochMilli(it.timestamp())));
    consumer.seek(partition, next);
    return next;
  }
}
