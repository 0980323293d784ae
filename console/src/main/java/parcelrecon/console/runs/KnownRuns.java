package parcelrecon.console.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import parcelrecon.console.page.NotThere;
import parcelrecon.job.RunDesk;
import parcelrecon.report.text.Texts;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.Totals;

/** The runs there are. What a finished one found does not change, so its totals are kept. */
@Component
class KnownRuns {

  /** Of more finished runs than these the totals are counted again when they are looked at. */
  static final int KEPT_MAX = 200;

  private final ResultsDatabase database;
  private final RunStore runs;
  private final RunList list;
  private final RunDesk desk;
  private final KeptPages pages = new KeptPages();
  private final Map<Long, StoredResults> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, StoredResults> eldest) {
          return size() > KEPT_MAX;
        }
      };

  KnownRuns(ResultsDatabase database, RunDesk desk) {
    this.database = database;
    this.runs = new RunStore(database);
    this.list = new RunList(database);
    this.desk = desk;
  }

  /**
   * A run as it stands. One that a dead process left is interrupted.
   *
   * @throws NotThere when there is none, or it is there only for another to be compared with
   */
  RunRow find(long run) {
    RunRow row = row(run);
    if (row.state() == RunState.RUNNING && desk.progress(run).isEmpty()) {
      desk.interruptLeftRunning();
      return row(run);
    }
    return row;
  }

  private RunRow row(long run) {
    return runs.find(run).filter(row -> !row.isControl()).orElseThrow(NotThere::new);
  }

  /**
   * Newest first; controls left out, and scheduled windows in which nothing was affected.
   *
   * @param before a run behind all of them
   */
  List<CountedRun> ofInterest(long before, int rowsMax) {
    return list.ofInterest(before, rowsMax);
  }

  /** The latest run of the same incident before a run that has results. */
  OptionalLong latestBefore(RunRow run) {
    return list.ofIncident(run.incident().id(), run.run(), 1).stream()
        .mapToLong(RunRow::run)
        .findFirst();
  }

  /** What a run found; empty until it has ended with results. */
  synchronized Optional<StoredResults> results(RunRow row) {
    return row.hasResults()
        ? Optional.of(kept.computeIfAbsent(row.run(), run -> new StoredResults(database, run)))
        : Optional.empty();
  }

  /** What a run counted whose findings were removed; empty of every other. */
  Optional<Totals> counted(RunRow row) {
    return row.removedAt().isPresent()
        ? list.newest(row.run() + 1, 1).stream().findFirst().flatMap(CountedRun::totals)
        : Optional.empty();
  }

  /** What the page of a run shows of what it found; empty until it has ended with results. */
  Optional<RunPage> page(RunRow row, Texts texts) {
    return results(row)
        .map(found -> pages.of(row.run(), texts.language(), () -> page(found, texts)));
  }

  /** A run of a version that did not keep what became of parcels keeps it now. */
  private static RunPage page(StoredResults found, Texts texts) {
    found.keepFollowed();
    found.keepTotals();
    return new RunPage(found, texts);
  }

  /** Of a run that has not ended: what its database knows. */
  StoredResults unfinished(RunRow row) {
    return new StoredResults(database, row.run());
  }
}
