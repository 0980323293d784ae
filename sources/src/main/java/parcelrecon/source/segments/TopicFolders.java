package parcelrecon.source.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;

/** What was found of a topic, its partitions together. */
final class TopicFolders {

  private final String topic;
  private final List<Extent> extents = new ArrayList<>();
  private final List<Reason> ofPartitions = new ArrayList<>();
  private int partitions;
  private long offsets;
  private int nextPartition;
  private boolean isThinned;
  private Optional<Instant> latest = Optional.empty();

  TopicFolders(String topic) {
    this.topic = topic;
  }

  /** To be called in the order of partitions, for each of which there is a folder. */
  void notThereBefore(int partition) {
    for (; nextPartition < partition; nextPartition++) {
      ofPartitions.add(Reason.of(Code.PARTITION_NOT_THERE, topic, nextPartition));
    }
  }

  void add(PartitionSurvey.Found found) {
    nextPartition++;
    partitions++;
    offsets += found.offsets();
    isThinned |= found.isThinned();
    extents.addAll(found.extents());
    ofPartitions.addAll(found.reasons());
    if (latest.isEmpty()
        || found.latest().isPresent() && found.latest().get().isAfter(latest.get())) {
      latest = found.latest();
    }
  }

  List<Extent> extents() {
    return isThinned ? extents.stream().map(Extent::ofCompacted).toList() : extents;
  }

  /** Time of its latest record; absent when it has none. */
  Optional<Instant> latest() {
    return latest;
  }

  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Reason.of(Code.READ_TO_FROZEN_ENDS, topic, partitions, offsets));
    reasons.addAll(ofPartitions);
    if (isThinned) {
      reasons.add(Reason.of(Code.COMPACTED, topic));
    }
    return reasons;
  }
}
