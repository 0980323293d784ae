package parcelrecon.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.SourceName;

/**
 * A part of a source as the plan froze it.
 *
 * @param ordinal within its source, from 0
 * @param at where it lies, in the source's own terms
 */
public record PlannedSplit(
    SourceName source, int ordinal, long plannedBytes, SortedMap<String, String> at) {
  public PlannedSplit {
    at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
  }
}
