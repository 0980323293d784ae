package parcelrecon.source.segments;

import java.util.List;

/**
 * A partition with all copies there are of it.
 *
 * @param copies in the order of their folders' names; none where no folder holds a segment
 */
record PartitionLog(String topic, int partition, List<PartitionCopy> copies) {}
