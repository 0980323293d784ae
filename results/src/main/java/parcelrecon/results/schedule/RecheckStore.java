package parcelrecon.results.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.Sql;
import parcelrecon.results.closing.Closings;

/** Tells which incidents are to be re-checked, and what was begun of it. */
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

  /** The latest re-check of an incident as of an instant; absent when none was begun. */
  public Optional<RunRow> begun(String incidentId, Instant asOf) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("schedule/latest_recheck"))
                    .bind("incident_id", incidentId)
                    .bind("as_of", asOf.toString())
                    .mapTo(Long.class)
                    .findOne())
        .flatMap(runs::find);
  }
}
