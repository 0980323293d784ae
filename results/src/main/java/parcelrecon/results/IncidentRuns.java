package parcelrecon.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The finished runs of an incident and window that have their results, oldest first, controls left
 * out. Runs of another window of the same incident say nothing of it and are never among them.
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

  /**
   * The latest finished run of an incident.
   *
   * @param open what is open in it; absent where it was not counted yet
   */
  public record Latest(long run, Optional<OpenCounts> open) {}

  /** Of every incident, in the order of the runs. */
  public List<Latest> latestOfAll() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("schedule/open_incidents"))
                    .map(
                        (row, context) ->
                            new Latest(
                                row.getLong("run"),
                                Optional.ofNullable(row.getString("counts"))
                                    .map(counts -> Json.read(counts, OpenCounts.class))))
                    .list());
  }

  /** The latest runs of an incident, of whichever window and state, newest first. */
  public List<RunRow> newest(String incidentId, int rowsMax) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("runs_of_incident"))
                    .bind("incident_id", incidentId)
                    .bind("rows_max", rowsMax)
                    .mapTo(Long.class)
                    .list()
                    .stream()
                    .map(run -> RunStore.required(handle, run))
                    .toList());
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
   * What was open in each up to a finished run, and in it, oldest first. What was counted stays
   * when a run's results are removed.
   */
  public List<OpenAt> series(RunRow run) {
    return counted(database.jdbi().withHandle(handle -> rows(handle, run, run.run() + 1)));
  }

  /**
   * As {@link #series}, of those that had ended when a run began, and of it: what it may tell of
   * others, so that it tells the same whenever its outputs are made. One whose end was not kept
   * counts as ended.
   */
  List<OpenAt> seriesKnownTo(RunRow run) {
    List<RunRow> known =
        database
            .jdbi()
            .withHandle(
                handle ->
                    rows(handle, run, run.run()).stream()
                        .filter(row -> !isAfter(row, run))
                        .toList());
    return counted(Stream.concat(known.stream(), Stream.of(run)).toList());
  }

  private static boolean isAfter(RunRow row, RunRow run) {
    return row.endedAt().filter(ended -> ended.isAfter(run.startedAt())).isPresent();
  }

  private static List<RunRow> rows(Handle handle, RunRow run, long before) {
    return RunStore.ended(handle, run.incident(), before).stream()
        .map(number -> RunStore.required(handle, number))
        .toList();
  }

  private List<OpenAt> counted(List<RunRow> runs) {
    OpenStore open = new OpenStore(database);
    List<OpenAt> series = new ArrayList<>();
    for (RunRow run : runs) {
      Optional<OpenCounts> counts =
          run.removedAt().isPresent() ? open.find(run.run()) : Optional.of(open.of(run));
      counts.ifPresent(each -> series.add(new OpenAt(run.run(), run.asOf(), each)));
    }
    return series;
  }
}
