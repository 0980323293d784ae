package parcelrecon.source.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.source.topic.TopicRows;
import parcelrecon.source.topic.WantedTime;

/**
 * Reads one range of offsets, and accounts for each of them: a record, an offset without one, or
 * deleted before it could be read.
 */
final class SplitReader implements OffsetWalk.Visitor {

  private final OffsetRange range;
  private final TopicRows rows;
  private final List<Reason> learnt = new ArrayList<>();
  private long records;
  private long deleted;
  private Optional<Integer> leaderEpoch = Optional.empty();
  private long leaderChanges;

  SplitReader(OffsetRange range, TopicRows rows) {
    this.range = range;
    this.rows = rows;
  }

  /** Begins at the record before the range, for its leader epoch: it is not handed on. */
  List<Reason> read(OffsetWalk walk) {
    walk.walk(Math.max(0, range.start() - 1), range.end(), this);
    tell(Code.OFFSETS_WITHOUT_RECORD, range.size() - deleted - records);
    tell(Code.LEADER_CHANGED, leaderChanges);
    return learnt;
  }

  private void tell(Code code, long count) {
    if (count > 0) {
      learnt.add(Reason.of(code, range.topic().name(), range.number(), count));
    }
  }

  @Override
  public void record(ConsumerRecord<byte[], byte[]> met) {
    noteLeader(met.leaderEpoch());
    if (met.offset() >= range.start() && !isTombstone(met)) {
      records++;
      rows.hand(met);
    }
  }

  private void noteLeader(Optional<Integer> epoch) {
    if (epoch.isPresent()) {
      leaderChanges += leaderEpoch.isPresent() && !leaderEpoch.equals(epoch) ? 1 : 0;
      leaderEpoch = epoch;
    }
  }

  /**
   * A word to the log cleaner: forget this key. It says nothing about a parcel, and counts with the
   * other offsets that hold no record. In a topic that is not compacted such a record is a broken
   * one.
   */
  private boolean isTombstone(ConsumerRecord<byte[], byte[]> met) {
    return met.value() == null && range.topic().compacted();
  }

  @Override
  public void deleted(long from, long to, Optional<Instant> firstAt) {
    if (to > range.start()) {
      deleted += to - Math.max(from, range.start());
      learnt.add(
          new WantedTime(range.wanted()).deleted(range.topic().name(), range.number(), firstAt));
    }
  }
}
