package parcelrecon.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.SourceName;

/**
 * The unit of parallel work and of restart: a byte range of a file, a range of a table, offsets of
 * a topic partition.
 *
 * @param ordinal within its source, from 0
 * @param plannedBytes an estimate, for the number of partitions and for progress
 * @param at where it lies, in the source's own terms, kept as text in the results database
 */
public record Split(
    SourceName source, int ordinal, long plannedBytes, SortedMap<String, String> at) {
  public Split {
    at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
  }
}
