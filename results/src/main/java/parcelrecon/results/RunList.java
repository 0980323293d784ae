package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The runs there are, some at a time: a year of hourly windows is 8,760 of them. No controls. */
public final class RunList {

  /** Before which all runs are. */
  public static final long END = Long.MAX_VALUE;

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public RunList(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /**
   * The latest finished run of an incident.
   *
   * @param incident its id
   */
  public record Latest(String incident, long run) {}

  /**
   * Runs before another one, newest first.
   *
   * @param before {@link #END} for the newest
   */
  public List<CountedRun> newest(long before, int rowsMax) {
    return page("newest_runs", before, rowsMax);
  }

  /** As {@link #newest}, without scheduled windows in which nothing was affected. */
  public List<CountedRun> ofInterest(long before, int rowsMax) {
    return page("runs_of_interest", before, rowsMax);
  }

  private List<CountedRun> page(String statement, long before, int rowsMax) {
    List<CountedRun> runs =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(Sql.of(statement))
                    .bind("before", before)
                    .bind("rows_max", rowsMax)
                    .map((row, context) -> counted(row))
                    .list());
    return runs.stream().map(this::withTotals).toList();
  }

  private static CountedRun counted(ResultSet row) throws SQLException {
    return new CountedRun(
        RunRows.of(row), Optional.ofNullable(row.getString("totals")).map(RunTotals::read));
  }

  /** A run of a version that kept none is counted, once. */
  private CountedRun withTotals(CountedRun run) {
    if (run.totals().isPresent() || !run.row().hasResults()) {
      return run;
    }
    StoredResults results = new StoredResults(database, run.row().run());
    results.keepTotals();
    return new CountedRun(run.row(), Optional.of(results.totals()));
  }

  /** How many there are of each state; every state has an entry. */
  public Map<RunState, Long> states() {
    Map<RunState, Long> states = new EnumMap<>(RunState.class);
    for (RunState state : RunState.values()) {
      states.put(state, 0L);
    }
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle.createQuery(Sql.of("runs_by_state")),
                row -> states.put(RunState.valueOf(row.getString("state")), row.getLong("runs"))));
    return states;
  }

  /** The latest run of each incident that has results, the latest first. */
  public List<Latest> latestOfIncidents(int incidentsMax) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("latest_of_incidents"))
                .bind("rows_max", incidentsMax)
                .map((row, context) -> new Latest(row.getString("incident_id"), row.getLong("run")))
                .list());
  }

  /** The runs of an incident that have results, before another one, newest first. */
  public List<RunRow> ofIncident(String incidentId, long before, int rowsMax) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("newest_of_incident"))
                .bind("incident_id", incidentId)
                .bind("before", before)
                .bind("rows_max", rowsMax)
                .map((row, context) -> RunRows.of(row))
                .list());
  }
}
