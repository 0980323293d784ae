package parcelrecon.source.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Window;
import parcelrecon.source.topic.WantedTime;

/**
 * What of a topic is to be read, and what of the wanted time it no longer or not yet shows.
 *
 * <p>The start is the first record of the wanted time. The end is never found by time: with one
 * fast producer clock that loses records. It is where the topic ended when it was asked.
 */
final class TopicSurvey {

  /** Transactions of a live topic end within moments; one still open after this is told. */
  private static final Duration TRANSACTION_PATIENCE = Duration.ofSeconds(3);

  private static final Executor ASK_AGAIN =
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

  private final BrokerQuestions broker;
  private final HiddenRecords hiddenRecords;
  private final Topic topic;
  private final List<TopicPartition> partitions;
  private final ReadBefore before;
  private final WantedTime wanted;
  private final List<OffsetRange> ranges = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();

  TopicSurvey(
      BrokerQuestions broker,
      HiddenRecords hiddenRecords,
      Topic topic,
      List<TopicPartition> partitions,
      Wanted wanted) {
    this.broker = broker;
    this.hiddenRecords = hiddenRecords;
    this.topic = topic;
    this.partitions = partitions;
    this.before = wanted.before();
    this.wanted = WantedTime.of(wanted.window());
  }

  /** What of the topics is asked for, and what of it is known. */
  record Wanted(Window window, ReadBefore before) {}

  /** Empty ranges included. */
  List<OffsetRange> ranges() {
    return ranges;
  }

  List<Reason> reasons() {
    return reasons;
  }

  TopicSurvey survey() {
    Map<TopicPartition, Long> ends = ends();
    Map<TopicPartition, Long> beginnings = offsets(OffsetSpec.earliest());
    Map<TopicPartition, Long> starts =
        offsets(OffsetSpec.forTimestamp(wanted.from().toEpochMilli()));
    for (TopicPartition partition : partitions) {
      long end = ends.get(partition);
      long beginning = beginnings.get(partition);
      long first = starts.get(partition) < 0 ? end : starts.get(partition);
      OptionalLong next = before.goOnAt(topic, partition.partition(), end);
      long start = Math.min(end, Math.max(beginning, next.orElse(first)));
      ranges.add(new OffsetRange(topic, partition.partition(), start, end, wanted.from()));
      reasons.add(about(Code.PARTITION_READ, partition, start, end));
    }
    reasons.add(
        0,
        Reason.of(
            Code.READ_TO_FROZEN_ENDS,
            topic.name(),
            partitions.size(),
            ranges.stream().mapToLong(OffsetRange::size).sum()));
    tellDeleted(beginnings, ends);
    if (topic.compacted()) {
      reasons.add(Reason.of(Code.COMPACTED, topic.name()));
    }
    return this;
  }

  private static Reason about(Code code, TopicPartition partition, Object... more) {
    return Reason.of(
        code,
        Stream.concat(Stream.of(partition.topic(), partition.partition()), Stream.of(more))
            .toArray());
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec spec) {
    return offsets(spec, IsolationLevel.READ_UNCOMMITTED);
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec spec, IsolationLevel isolation) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    broker
        .offsets(partitions, spec, isolation)
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  /**
   * The ends up to which everything is decided. An open transaction keeps the rest from readers of
   * committed records. The ends are asked first: were the stable ones asked first, records that
   * arrive between the two questions would look like a transaction.
   */
  private Map<TopicPartition, Long> ends() {
    Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
    Map<TopicPartition, Long> stable = stableOffsets();
    long giveUpAt = System.nanoTime() + TRANSACTION_PATIENCE.toNanos();
    while (isHidingAny(ends, stable) && System.nanoTime() < giveUpAt) {
      stable = CompletableFuture.supplyAsync(this::stableOffsets, ASK_AGAIN).join();
    }
    Map<TopicPartition, Long> decided = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long end = Math.min(ends.get(partition), stable.get(partition));
      if (end < ends.get(partition)) {
        reasons.add(hidden(partition, end, ends.get(partition)));
      }
      decided.put(partition, end);
    }
    return decided;
  }

  /** What is hidden is of the time of the earliest hidden record, or later. */
  private Reason hidden(TopicPartition partition, long from, long end) {
    return new Reason(
        Code.OPEN_TRANSACTION,
        about(Code.OPEN_TRANSACTION, partition, end - from).arguments(),
        hiddenRecords.earliest(partition, from, end).map(WantedTime::since));
  }

  private Map<TopicPartition, Long> stableOffsets() {
    return offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
  }

  private boolean isHidingAny(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> stable) {
    return partitions.stream().anyMatch(partition -> stable.get(partition) < ends.get(partition));
  }

  /**
   * A partition that still begins at 0, or where an earlier run ended, has lost nothing to
   * retention.
   */
  private void tellDeleted(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    List<TopicPartition> cut =
        partitions.stream()
            .filter(
                partition ->
                    beginnings.get(partition)
                        > before
                            .goOnAt(topic, partition.partition(), ends.get(partition))
                            .orElse(0))
            .toList();
    if (cut.isEmpty()) {
      return;
    }
    Map<TopicPartition, ListOffsetsResultInfo> firsts =
        broker.offsets(cut, OffsetSpec.forTimestamp(0), IsolationLevel.READ_UNCOMMITTED);
    for (TopicPartition partition : cut) {
      ListOffsetsResultInfo first = firsts.get(partition);
      Optional<Instant> firstAt =
          first.offset() < 0
              ? Optional.empty()
              : Optional.of(Instant.ofEpochMilli(first.timestamp()));
      if (firstAt.isEmpty() || firstAt.get().isAfter(wanted.from())) {
        reasons.add(wanted.deleted(topic.name(), partition.partition(), firstAt));
      }
    }
  }
}
