package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The finished runs of an incident and window, oldest first, controls left out. Runs of another
 * window of the same incident say nothing of it and are never among them.
 */
public final class IncidentRuns {

  private final ResultsDatabase database;

  public IncidentRuns(ResultsDatabase database) {
    this.database = database;
  }

  /** The latest finished run of an incident, of whichever window. */
  public Optional<RunRow> latest(String incidentId) {
    return database.jdbi().withHandle(handle -> latestIn(handle, incidentId));
  }

  /** As {@link #latest(String)}, seen in the transaction of the handle. */
  public static Optional<RunRow> latestIn(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("latest_finished_run"))
        .bind("incident_id", incidentId)
        .mapTo(Long.class)
        .findOne()
        .map(run -> RunStore.required(handle, run));
  }

  /** Those up to a finished run, and it. */
  public List<RunRow> upTo(RunRow run) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                RunStore.finished(handle, run.incident(), run.run() + 1).stream()
                    .map(number -> RunStore.required(handle, number))
                    .toList());
  }

  /**
   * Those that had ended when a run began: what it may tell of others, so that it tells the same
   * whenever its outputs are made. One whose end was not kept counts as ended.
   */
  List<RunRow> before(RunRow run) {
    return database.jdbi().withHandle(handle -> before(handle, run));
  }

  private static List<RunRow> before(Handle handle, RunRow run) {
    return RunStore.finished(handle, run.incident(), run.run()).stream()
        .map(number -> RunStore.required(handle, number))
        .filter(row -> row.endedAt().filter(ended -> ended.isAfter(run.startedAt())).isEmpty())
        .toList();
  }
}
