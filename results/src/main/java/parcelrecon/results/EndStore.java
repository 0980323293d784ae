package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps what became of all that an incident's runs found, once it was added up. */
public final class EndStore {

  private final ResultsDatabase database;

  public EndStore(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * As kept; absent where nobody has added it up yet, or a run before has ended since.
   *
   * @param run finished: the last of those it is about
   */
  public Optional<EndSums> find(RunRow run) {
    List<Long> runs = numbers(run);
    return database
        .jdbi()
        .withHandle(handle -> find(handle, run.run()))
        .filter(sums -> sums.runs().equals(runs));
  }

  private List<Long> numbers(RunRow run) {
    return new IncidentRuns(database).upTo(run).stream().map(RunRow::run).toList();
  }

  private static Optional<EndSums> find(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("end_sum"))
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .map(sums -> Json.read(sums, EndSums.class));
  }

  /** As kept; else added up in one pass over all runs, and kept. */
  public EndSums of(RunRow run) {
    return find(run).orElseGet(() -> add(run));
  }

  private EndSums add(RunRow run) {
    List<RunRow> runs = new IncidentRuns(database).upTo(run);
    EndTally tally = new EndTally(runs.stream().map(RunRow::run).toList());
    new IncidentEnds(database, runs).forEach(tally::add);
    EndSums sums = tally.sums(listed(runs.get(0)), new OpenStore(database).of(run));
    database.inTurn(
        handle -> {
          handle.createUpdate(Sql.of("delete_end_sum")).bind("run", run.run()).execute();
          handle
              .createUpdate(Sql.of("insert_end_sum"))
              .bind("run", run.run())
              .bind("sums", Json.write(sums))
              .execute();
          return null;
        });
    return sums;
  }

  private long listed(RunRow run) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                KindCounts.read(handle, run.run()).values().stream()
                    .mapToLong(Totals.KindTotals::mismatches)
                    .sum());
  }
}
