package parcelrecon.source.kafka;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What an open transaction keeps from readers of committed records. Looked at for its times only:
 * whether any of it will ever have been written is not decided yet.
 */
final class HiddenRecords {

  /** More are not looked at, and could be of any time. */
  static final long OFFSETS_MAX = 10_000;

  private final Map<String, Object> consumerProperties;
  private final ReadingTerms terms;

  HiddenRecords(Map<String, Object> consumerProperties, ReadingTerms terms) {
    this.consumerProperties = consumerProperties;
    this.terms = terms;
  }

  /** The earliest time of a record at {@code [from, end)}; absent when it cannot be told. */
  Optional<Instant> earliest(TopicPartition partition, long from, long end) {
    if (end - from > OFFSETS_MAX) {
      return Optional.empty();
    }
    Earliest earliest = new Earliest();
    try (ConsumerPool consumers =
        new ConsumerPool(ClientProperties.uncommitted(consumerProperties))) {
      consumers.with(
          consumer -> {
            new OffsetWalk(consumer, partition, terms).walk(from, end, earliest);
            return earliest;
          });
    }
    return Optional.of(earliest.millis)
        .filter(millis -> millis >= 0 && millis < Long.MAX_VALUE)
        .map(Instant::ofEpochMilli);
  }

  private static final class Earliest implements OffsetWalk.Visitor {

    private long millis = Long.MAX_VALUE;

    @Override
    public void record(ConsumerRecord<byte[], byte[]> met) {
      millis = Math.min(millis, met.timestamp());
    }

    @Override
    public void deleted(long from, long to, Optional<Instant> firstAt) {
      millis = -1;
    }
  }
}
