package parcelrecon.source.segments;

import java.util.List;
import java.util.Optional;

/**
 * One broker's folder of a partition.
 *
 * @param folder relative to the configuration's folder
 * @param topicId absent where the folder does not tell it
 * @param highWatermark every replica once had the records below it; 0 where nothing tells
 * @param segments in the order of their offsets, at least one
 */
record PartitionCopy(
    String folder, Optional<String> topicId, long highWatermark, List<Segment> segments) {}
