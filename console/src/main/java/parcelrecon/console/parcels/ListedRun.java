package parcelrecon.console.parcels;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import parcelrecon.console.page.NotThere;
import parcelrecon.model.Store;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;

/**
 * Finds runs that have a list, and has the list of an older one made when it is first asked for.
 */
@Component
class ListedRun {

  private final ResultsDatabase database;
  private final RunStore runs;
  private final ListMaking making;

  ListedRun(ResultsDatabase database, ListMaking making) {
    this.database = database;
    this.runs = new RunStore(database);
    this.making = making;
  }

  /** Whether a run's list can be shown. */
  enum State {
    THERE,
    NOT_ENDED,
    IN_MAKING,
    FAILED
  }

  /** A run, and its list's state. */
  record Found(RunRow row, State state) {

    boolean isListed() {
      return state == State.THERE;
    }

    /** The page in place of one that needs the list. */
    String instead(Model model) {
      model.addAttribute("number", row.run());
      return switch (state) {
        case IN_MAKING -> "parcels/making";
        case NOT_ENDED -> told(model, "parcels.notYet");
        case FAILED -> {
          model.addAttribute("query", "");
          yield told(model, "parcels.making.failed");
        }
        case THERE -> throw new IllegalStateException("run " + row.run() + " is listed");
      };
    }

    private static String told(Model model, String key) {
      model.addAttribute("told", key);
      return "parcels/told";
    }
  }

  /**
   * @throws NotThere when there is no such run
   */
  Found find(long run) {
    RunRow row = runs.find(run).filter(each -> !each.isControl()).orElseThrow(NotThere::new);
    return new Found(row, row.hasResults() ? state(run) : State.NOT_ENDED);
  }

  private State state(long run) {
    return switch (making.of(run)) {
      case DONE -> State.THERE;
      case GOES_ON -> State.IN_MAKING;
      case FAILED -> State.FAILED;
    };
  }

  /** Whether the list of a run is being made at this moment. */
  boolean isInMaking(long run) {
    return making.goesOn(run);
  }

  /** The site's store list by id. */
  Map<String, Store> stores(long run) {
    return new StoredResults(database, run)
        .storeList().stream()
            .collect(Collectors.toMap(Store::storeId, store -> store, (first, second) -> first));
  }
}
