package parcelrecon.console.parcels;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import parcelrecon.console.page.NotThere;
import parcelrecon.model.Store;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.listing.Listing;

/**
 * Finds runs that have a list, and has the list of an older one made when it is first asked for.
 */
@Component
class ListedRun {

  private static final Set<RunState> LISTED = EnumSet.of(RunState.COMPLETE, RunState.INCOMPLETE);

  private final ResultsDatabase database;
  private final RunStore runs;
  private final Listing listing;

  ListedRun(ResultsDatabase database) {
    this.database = database;
    this.runs = new RunStore(database);
    this.listing = new Listing(database);
  }

  /**
   * Empty while the run has not come to its end.
   *
   * @throws NotThere when there is no such run
   */
  Optional<RunRow> find(long run) {
    RunRow row = runs.find(run).filter(each -> !each.isControl()).orElseThrow(NotThere::new);
    if (!LISTED.contains(row.state())) {
      return Optional.empty();
    }
    listing.build(run);
    return Optional.of(row);
  }

  /** The site's store list by id. */
  Map<String, Store> stores(long run) {
    return new StoredResults(database, run)
        .storeList().stream()
            .collect(Collectors.toMap(Store::storeId, store -> store, (first, second) -> first));
  }
}
