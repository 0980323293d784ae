package parcelrecon.results;

import java.util.List;
import java.util.OptionalLong;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;

/**
 * What a run froze before it read anything.
 *
 * @param partitions how many parts parcels are spread over by the hash of their id
 * @param stores the site's store list; empty when not configured
 * @param dayTotal parcels completed on the days the window touches, where a source counted them at
 *     once
 */
public record Plan(
    int partitions, List<PlannedSource> sources, List<Store> stores, OptionalLong dayTotal) {
  public Plan {
    sources = List.copyOf(sources);
    stores = List.copyOf(stores);
  }

  /** The sources whose rows are about parcels: all but the store list. */
  public List<PlannedSource> parcelSources() {
    return sources.stream().filter(source -> source.name() != SourceName.STORES).toList();
  }

  /** The parts that the run itself reads. */
  public List<PlannedSplit> splitsToRead() {
    return parcelSources().stream()
        .filter(source -> source.reading() != Reading.AS_BEFORE)
        .flatMap(source -> source.splits().stream())
        .toList();
  }
}
