package parcelrecon.results.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import parcelrecon.results.Columns;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.Sql;
import parcelrecon.results.closing.Closings;

/** Tells which incidents are to be re-checked by the clock, and keeps what was begun of it. */
public final class RecheckStore {

  private final ResultsDatabase database;
  private final RunStore runs;
  private final OpenStore open;

  public RecheckStore(ResultsDatabase database) {
    this.database = database;
    this.runs = new RunStore(database);
    this.open = new OpenStore(database);
  }

  /**
   * The latest finished run of every incident in which something is open and that nobody has
   * closed, where it is of before an instant, in the order of the runs.
   */
  public List<RunRow> due(Instant before) {
    return new IncidentRuns(database)
        .latestOfAll().stream()
            .filter(this::isOpen)
            .flatMap(run -> runs.find(run.run()).stream())
            .filter(row -> row.asOf().isBefore(before))
            .filter(row -> !Closings.isClosed(database, row.incident().id()))
            .toList();
  }

  private boolean isOpen(IncidentRuns.Latest latest) {
    return latest
            .open()
            .orElseGet(() -> open.of(runs.find(latest.run()).orElseThrow()))
            .sum()
            .mismatches()
        > 0;
  }

  /** The latest re-check that was begun by the clock for a round; absent when none was. */
  public Optional<RunRow> begun(String incidentId, Instant round) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("schedule/latest_recheck"))
                    .bind("incident_id", incidentId)
                    .bind("round", round.toString())
                    .mapTo(Long.class)
                    .findOne())
        .flatMap(runs::find);
  }

  /**
   * Begins a re-check, in one transaction with its run.
   *
   * @param run begins it in this thread, and returns its number
   */
  public long begin(String incidentId, Instant round, LongSupplier run) {
    return database.inTurn(
        handle -> {
          long number = run.getAsLong();
          handle
              .createUpdate(Sql.of("schedule/insert_recheck"))
              .bind("run", number)
              .bind("incident_id", incidentId)
              .bind("round", round.toString())
              .execute();
          return number;
        });
  }

  /** A re-check that was begun by the clock. */
  public record Begun(long run, Instant round) {}

  /** Those of which it is not settled yet what is to be told, in the order of the runs. */
  public List<Begun> toEnd() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("schedule/rechecks_to_end"))
                    .map(
                        (row, context) ->
                            new Begun(row.getLong("run"), Columns.instant(row, "round")))
                    .list());
  }

  /**
   * It is settled what is to be told of a re-check.
   *
   * @return false where somebody else has settled it
   */
  public boolean end(long run, Instant now) {
    return database.inTurn(
        handle ->
            handle
                    .createUpdate(Sql.of("schedule/end_recheck"))
                    .bind("run", run)
                    .bind("ended_at", now.truncatedTo(ChronoUnit.SECONDS).toString())
                    .execute()
                > 0);
  }
}
