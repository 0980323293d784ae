package parcelrecon.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parcelrecon.outcome.Change;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Two finished runs of one incident held against each other: what became of every mismatch that is
 * open in one of them (docs/rules.md 8). Both runs are read once, in the order of their parcels.
 */
public final class RunDiff {

  /** Runs before both that are asked whether a mismatch is open again; further ones are not. */
  static final int EARLIER_MAX = 8;

  /** How many parcels a page looks at, at most. */
  static final int LOOKED_AT_MAX = 8_192;

  private final ResultsDatabase database;
  private final RunRow before;
  private final RunRow after;

  private RunDiff(ResultsDatabase database, RunRow before, RunRow after) {
    this.database = database;
    this.before = before;
    this.after = after;
  }

  /**
   * The runs in the order in which they are held against each other, whichever is the older one.
   *
   * @param before a finished run that is no control, as is {@code after}
   * @throws ProblemException USAGE when they are the same run, or of two incidents
   */
  public static RunDiff between(ResultsDatabase database, RunRow before, RunRow after) {
    if (before.run() == after.run()) {
      throw refused(
          "runs " + before.run() + " and " + after.run(),
          "are the same run, expected two",
          "Name the run before and the run after");
    }
    if (!before.incident().id().equals(after.incident().id())) {
      throw refused(
          "runs " + before.run() + " and " + after.run(),
          "are of two incidents, "
              + before.incident().id()
              + " and "
              + after.incident().id()
              + ", expected one",
          "See with ./run.sh runs -c FILE which runs an incident has");
    }
    for (RunRow run : List.of(before, after)) {
      if (run.isControl() || !run.hasResults()) {
        throw new IllegalArgumentException("run " + run.run() + " has no results of its own");
      }
    }
    return new RunDiff(database, before, after);
  }

  private static ProblemException refused(String where, String what, String remedy) {
    return new ProblemException(
        ExitCode.USAGE, new Problem(where, what, "Nothing was compared", remedy));
  }

  public RunRow before() {
    return before;
  }

  public RunRow after() {
    return after;
  }

  /**
   * Hands on the rows, ordered by parcel id (UTF-8 bytes), kind and group, some thousand parcels in
   * memory at a time.
   *
   * @throws ProblemException DEFECT when it does not add up to what both runs counted themselves
   */
  public DiffTotals read(Consumer<DiffRow> row) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              DiffTally tally = new DiffTally();
              parcels(handle, ParcelCursor.BEFORE_THE_FIRST)
                  .forEachRemaining(
                      parcel -> {
                        tally.add(parcel);
                        parcel.rows().forEach(row);
                      });
              List.of(before, after).forEach(run -> refuseRemoved(handle, run.run()));
              return tally.totals(totals(handle, before), totals(handle, after));
            });
  }

  /** What was read may lack something; a run that is marked only now had everything until now. */
  private static void refuseRemoved(Handle handle, long run) {
    if (RunStore.required(handle, run).removedAt().isPresent()) {
      throw refused(
          "run " + run,
          "what it found was removed while it was being read",
          "Name another run, see ./run.sh runs");
    }
  }

  private static DiffTally.RunTotals totals(Handle handle, RunRow run) {
    return new DiffTally.RunTotals(
        run.run(), KindCounts.read(handle, run.run()), OpenStore.find(handle, run.run()));
  }

  /**
   * Looks at 8,192 parcels at most.
   *
   * @param behind the parcel behind which the page begins; absent of the first
   * @param which the changes wanted
   * @param rowsMax a page has more only to have all of its last parcel
   */
  public DiffPage page(Optional<String> behind, Set<Change> which, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                page(
                    parcels(handle, behind.map(Columns::key).orElse(ParcelCursor.BEFORE_THE_FIRST)),
                    which,
                    rowsMax));
  }

  private static DiffPage page(DiffedParcels parcels, Set<Change> which, int rowsMax) {
    List<DiffRow> rows = new ArrayList<>();
    Optional<String> last = Optional.empty();
    for (int seen = 0; parcels.hasNext() && seen < LOOKED_AT_MAX && rows.size() < rowsMax; seen++) {
      DiffedParcels.Diffed parcel = parcels.next();
      parcel.rows().stream().filter(row -> which.contains(row.change())).forEach(rows::add);
      last = Optional.of(parcel.pair().parcelId());
    }
    return new DiffPage(rows, parcels.hasNext() ? last : Optional.empty());
  }

  private DiffedParcels parcels(Handle handle, byte[] behind) {
    RunSide then = RunSide.of(database, before.run());
    RunSide now = RunSide.of(database, after.run());
    return new DiffedParcels(
        new PairedParcels(
            MergedParcels.all(handle, before.run(), behind),
            MergedParcels.all(handle, after.run(), behind)),
        new MismatchChanges(then, now, new EarlierFindings(handle, earlier(handle)), behind),
        new ParcelLookup(database, before.run()),
        new ParcelLookup(database, after.run()));
  }

  private List<RunSide> earlier(Handle handle) {
    return RunStore.finished(handle, before.incident(), Math.min(before.run(), after.run()))
        .stream()
        .sorted(Collections.reverseOrder())
        .limit(EARLIER_MAX)
        .map(run -> RunSide.of(database, run))
        .toList();
  }
}
