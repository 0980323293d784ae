package parcelrecon.source.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.topic.WantedTime;

/**
 * Goes through all of a partition once, before a record of it is used: what is to be read of it,
 * and what of the wanted time it does not show.
 *
 * <p>The start is the first record of the wanted time, as a live broker would find it. The end is
 * the end of the log, or where a transaction is open.
 */
final class PartitionSurvey {

  private final PartitionLog log;
  private final WantedTime wanted;
  private final Extents extents;
  private final Transactions transactions = new Transactions();
  private final RecentTimes recent = new RecentTimes();
  private final Holes holes;
  private final Differences differences;
  private Step.Missing pending;
  private long firstMillis = -1;
  private long latestMillis = -1;
  private long start = -1;
  private long end;
  private boolean isThinned;
  private int leaderEpoch = -1;
  private long leaderChanges;

  private PartitionSurvey(PartitionLog log, WantedTime wanted, long splitBytes) {
    this.log = log;
    this.wanted = wanted;
    this.extents = new Extents(log, splitBytes);
    this.holes = new Holes(log);
    this.differences = new Differences(log);
  }

  /**
   * What there is of a partition.
   *
   * @param offsets {@code [start, end)}
   * @param latest time of a record; absent when there is none
   */
  record Found(
      List<Extent> extents,
      long offsets,
      boolean isThinned,
      List<Reason> reasons,
      Optional<Instant> latest) {}

  static Found of(PartitionLog log, WantedTime wanted, long splitBytes) {
    PartitionSurvey survey = new PartitionSurvey(log, wanted, splitBytes);
    try (PartitionUnion union = new PartitionUnion(log)) {
      long beginning = union.offset();
      for (Step step = union.next(); step != null; step = union.next()) {
        survey.see(step);
      }
      survey.end = union.offset();
      return survey.found(beginning);
    }
  }

  private void see(Step step) {
    if (step instanceof Step.Take take) {
      see(take);
    } else if (step instanceof Step.Missing missing) {
      pending = missing;
    } else if (step instanceof Step.Differing differing) {
      if (start >= 0) {
        differences.add(differing);
      }
    } else {
      isThinned = true;
    }
  }

  private void see(Step.Take take) {
    LogBatch batch = take.batch();
    begin(take);
    if (start >= 0) {
      tellPending(OptionalLong.of(batch.latestMillis()));
      extents.add(take);
      seeLeader(batch);
    }
    pending = null;
    transactions.see(batch);
    isThinned |= batch.isThinned();
    recent.add(batch.latestMillis());
    latestMillis = Math.max(latestMillis, batch.latestMillis());
  }

  /** Records without a time may be of any. */
  private void begin(Step.Take take) {
    boolean isWanted =
        take.batch().latestMillis() < 0
            || take.batch().latestMillis() >= wanted.from().toEpochMilli();
    boolean isFirst = recent.isEmpty();
    if (isFirst || start < 0 && isWanted) {
      List<ConsumerRecord<byte[], byte[]>> records =
          take.batch().records(log.topic(), log.partition()).orElse(List.of());
      firstMillis = isFirst ? millis(records, take.batch()) : firstMillis;
      start = start < 0 && isWanted ? start(records, take) : start;
    }
  }

  private static long millis(List<ConsumerRecord<byte[], byte[]>> records, LogBatch batch) {
    return records.isEmpty() ? batch.latestMillis() : records.get(0).timestamp();
  }

  private long start(List<ConsumerRecord<byte[], byte[]>> records, Step.Take take) {
    return records.stream()
        .filter(record -> record.offset() >= take.from())
        .filter(record -> record.timestamp() >= wanted.from().toEpochMilli())
        .mapToLong(ConsumerRecord::offset)
        .findFirst()
        .orElse(take.from());
  }

  private void tellPending(OptionalLong afterMillis) {
    if (pending != null) {
      holes.add(pending, recent, transactions.earliestOpenMillis(), afterMillis);
    }
  }

  /** What is missing at the end. */
  private void tellEnd() {
    long known = log.copies().stream().mapToLong(PartitionCopy::highWatermark).max().orElse(0);
    if (pending == null && known > end) {
      pending = new Step.Missing(end, known, List.of());
    }
    tellPending(OptionalLong.empty());
  }

  private void seeLeader(LogBatch batch) {
    if (leaderEpoch >= 0 && batch.leaderEpoch() != leaderEpoch) {
      leaderChanges++;
    }
    leaderEpoch = batch.leaderEpoch();
  }

  private Found found(long beginning) {
    tellEnd();
    long stable = Math.min(end, transactions.firstOpen().orElse(end));
    long from = start < 0 ? stable : Math.min(start, stable);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(Code.PARTITION_READ, log.topic(), log.partition(), from, stable));
    if (leaderChanges > 0) {
      reasons.add(Reason.of(Code.LEADER_CHANGED, log.topic(), log.partition(), leaderChanges));
    }
    if (stable < end) {
      reasons.add(open(end - stable));
    }
    deleted(beginning).ifPresent(reasons::add);
    reasons.addAll(holes.reasons());
    differences.reason().ifPresent(reasons::add);
    return new Found(
        extents.within(from, stable, transactions.aborted()),
        stable - from,
        isThinned,
        reasons,
        instant(latestMillis));
  }

  private Reason open(long hidden) {
    Optional<Gap> gap =
        instant(transactions.earliestUndecidedMillis().orElse(-1)).map(WantedTime::since);
    return new Reason(
        Code.OPEN_TRANSACTION,
        List.of(log.topic(), String.valueOf(log.partition()), String.valueOf(hidden)),
        gap);
  }

  /** A partition that still begins at 0 has lost nothing to retention. */
  private Optional<Reason> deleted(long beginning) {
    Optional<Instant> firstAt = instant(firstMillis);
    if (beginning == 0 || firstAt.isPresent() && !firstAt.get().isAfter(wanted.from())) {
      return Optional.empty();
    }
    return Optional.of(wanted.deleted(log.topic(), log.partition(), firstAt));
  }

  private static Optional<Instant> instant(long millis) {
    return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
