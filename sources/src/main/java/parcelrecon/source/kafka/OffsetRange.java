package parcelrecon.source.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import parcelrecon.source.Split;

/**
 * The offsets {@code [start, end)} of a topic's partition.
 *
 * @param wanted records from this time on are wanted; before it the topic is not read
 */
record OffsetRange(Topic topic, int number, long start, long end, Instant wanted) {

  /** The most offsets of one split. */
  static final long OFFSETS_MAX = 200_000;

  /** A guess of what a record takes, for the number of partitions and for progress. */
  private static final long BYTES_PER_OFFSET = 200;

  TopicPartition partition() {
    return new TopicPartition(topic.name(), number);
  }

  long size() {
    return end - start;
  }

  long plannedBytes() {
    return size() * BYTES_PER_OFFSET;
  }

  /** The range in pieces of at most {@link #OFFSETS_MAX}; none when it is empty. */
  List<OffsetRange> pieces() {
    List<OffsetRange> pieces = new ArrayList<>();
    for (long at = start; at < end; at += OFFSETS_MAX) {
      pieces.add(new OffsetRange(topic, number, at, Math.min(end, at + OFFSETS_MAX), wanted));
    }
    return pieces;
  }

  /** As {@link #pieces()}; an empty range is one piece. */
  List<OffsetRange> piecesOrItself() {
    return size() == 0 ? List.of(this) : pieces();
  }

  SortedMap<String, String> asSplit() {
    return new TreeMap<>(
        Map.of(
            "topic", topic.name(),
            "topicId", topic.id().toString(),
            "compacted", String.valueOf(topic.compacted()),
            "partition", String.valueOf(number),
            "start", String.valueOf(start),
            "end", String.valueOf(end),
            "wanted", wanted.toString()));
  }

  static OffsetRange of(Split split) {
    Map<String, String> at = split.at();
    return new OffsetRange(
        new Topic(
            at.get("topic"),
            Uuid.fromString(at.get("topicId")),
            Boolean.parseBoolean(at.get("compacted"))),
        Integer.parseInt(at.get("partition")),
        Long.parseLong(at.get("start")),
        Long.parseLong(at.get("end")),
        Instant.parse(at.get("wanted")));
  }
}
