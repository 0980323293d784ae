package parcelrecon.results;

import java.util.Map;
import parcelrecon.model.SourceName;

/** A finished partition: the part of its totals that laws are checked by. */
public record PartitionRow(
    int partition,
    Map<SourceName, PartitionTotals.SourceTotals> sources,
    long parcelsInScope,
    long parcelsClean,
    long completedOnDays) {
  public PartitionRow {
    sources = Map.copyOf(sources);
  }
}
