package parcelrecon.source.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import parcelrecon.source.Split;

/**
 * Up to where an earlier run has read the partitions of topics.
 *
 * @param ends the offset behind the last one read. A topic of another id is another topic
 */
record ReadBefore(Map<Place, Long> ends) {

  static final ReadBefore NOTHING = new ReadBefore(Map.of());

  record Place(Topic topic, int partition) {}

  static ReadBefore of(List<Split> read) {
    Map<Place, Long> ends = new HashMap<>();
    read.stream()
        .map(OffsetRange::of)
        .forEach(
            range -> ends.merge(new Place(range.topic(), range.number()), range.end(), Math::max));
    return new ReadBefore(ends);
  }

  /**
   * Where to go on; absent when nothing of the partition was read, and when it has lost its end
   * since: what is there now may be something else.
   *
   * @param end where the partition ends now
   */
  OptionalLong goOnAt(Topic topic, int partition, long end) {
    Long read = ends.get(new Place(topic, partition));
    return read == null || read > end ? OptionalLong.empty() : OptionalLong.of(read);
  }
}
