package parcelrecon.results.retention;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Incident;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;
import parcelrecon.results.OpenFindings;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.Sql;
import parcelrecon.results.StoredResults;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/** Finds runs that are older than a site retains them, and removes what they found. */
public final class RetentionStore {

  private static final int PAGE_ROWS = 500;

  private final ResultsDatabase database;
  private final InstantSource clock;
  private final AuditStore audit;
  private final Findings findings;

  public RetentionStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.audit = new AuditStore(database, clock);
    this.findings = new Findings(database);
  }

  /**
   * Of one incident.
   *
   * @param going runs that may be removed, oldest first
   * @param staying those that stay, and why
   */
  public record Decided(String incidentId, List<Long> going, Map<Long, Stay> staying) {}

  /** Who removes, and the words for why: what the audit keeps. */
  public record Reason(String by, String text) {}

  /**
   * The incidents of which a run began before a time and was not removed yet, in the order of their
   * first ones. Runs begin in the order of their numbers, so what is younger is not read.
   */
  public Set<String> incidents(Instant before) {
    Set<String> incidents = new LinkedHashSet<>();
    long after = 0;
    List<Begun> page;
    do {
      page = begun(after);
      for (Begun run : page) {
        if (!run.startedAt().isBefore(before)) {
          return incidents;
        }
        incidents.add(run.incidentId());
        after = run.run();
      }
    } while (page.size() == PAGE_ROWS);
    return incidents;
  }

  private record Begun(long run, String incidentId, Instant startedAt) {}

  private List<Begun> begun(long after) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("retention/begun_runs"))
                    .bind("after", after)
                    .bind("rows_max", PAGE_ROWS)
                    .map(
                        (row, context) ->
                            new Begun(
                                row.getLong("run"),
                                row.getString("incident_id"),
                                Columns.instant(row, "started_at")))
                    .list());
  }

  /** Which runs of an incident that have ended before a time may go. */
  public Decided decide(String incidentId, Instant before) {
    return decide(incidentId, before, new HashMap<>());
  }

  private Decided decide(String incidentId, Instant before, Map<Long, Boolean> open) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              List<OldRun> runs = runs(handle, incidentId);
              Map<Long, Stay> staying =
                  StayingRuns.of(
                      runs,
                      before,
                      packaged(handle, incidentId),
                      run -> open.computeIfAbsent(run, each -> OpenFindings.isAny(handle, each)));
              return new Decided(
                  incidentId,
                  runs.stream().map(OldRun::run).filter(run -> !staying.containsKey(run)).toList(),
                  staying);
            });
  }

  private static List<OldRun> runs(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("retention/runs_of_incident"))
        .bind("incident_id", incidentId)
        .map((row, context) -> oldRun(row))
        .list();
  }

  private static OldRun oldRun(ResultSet row) throws SQLException {
    return new OldRun(
        row.getLong("run"),
        Json.read(row.getString("incident"), Incident.class).window(),
        RunState.valueOf(row.getString("state")),
        Columns.instant(row, "started_at"),
        Columns.optionalInstant(row, "ended_at"),
        Columns.optionalLong(row, "first_found_run"),
        Columns.optionalLong(row, "recheck_of"));
  }

  private Set<Long> packaged(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("retention/packaged_runs"))
        .bind("incident_id", incidentId)
        .bind("now", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .mapTo(Long.class)
        .set();
  }

  /**
   * Removes the runs of an incident that may go, newest first; each in a transaction of its own, in
   * which it is decided once more. What they found is deleted behind it.
   *
   * @return those that were removed
   */
  public List<Long> remove(String incidentId, Instant before, Reason reason) {
    Map<Long, Boolean> open = new HashMap<>();
    Decided decided = decide(incidentId, before, open);
    List<Long> newestFirst = decided.going().stream().sorted(Comparator.reverseOrder()).toList();
    return newestFirst.stream()
        .filter(
            run ->
                remove(
                    run, new Asked(incidentId, before, open, reason, !decided.staying().isEmpty())))
        .toList();
  }

  /**
   * @param open what was seen before the transaction: nothing changes in a run that has ended
   * @param isAnyStaying else nobody will ask for ages any more
   */
  private record Asked(
      String incidentId,
      Instant before,
      Map<Long, Boolean> open,
      Reason reason,
      boolean isAnyStaying) {}

  private boolean remove(long run, Asked asked) {
    RunStore runs = new RunStore(database);
    if (!runs.takeFree(run)) {
      return false;
    }
    try {
      StoredResults results = new StoredResults(database, run);
      if (results.run().hasResults()) {
        results.keepTotals();
        if (asked.isAnyStaying()) {
          findings.keepFirstListed(run, asked.incidentId());
        }
      }
      boolean isRemoved = database.inTurn(handle -> mark(handle, run, asked));
      if (isRemoved) {
        findings.clearWithControl(run);
      }
      return isRemoved;
    } finally {
      runs.release(run);
    }
  }

  private boolean mark(Handle handle, long run, Asked asked) {
    Decided decided = decide(asked.incidentId(), asked.before(), asked.open());
    if (!decided.going().contains(run)) {
      return false;
    }
    handle
        .createUpdate(Sql.of("retention/mark_removed"))
        .bind("run", run)
        .bind("removed_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .bind("exit_code", ExitCode.STOPPED.code())
        .execute();
    findings.takeOffTheLists(handle, run);
    if (decided.staying().isEmpty()) {
      findings.forgetFirstListed(handle, asked.incidentId());
    }
    audit.append(
        handle,
        new AuditAct(
            asked.reason().by(),
            AuditAction.RUN_REMOVED,
            "run " + run,
            Map.of("incident", asked.incidentId(), "reason", asked.reason().text())));
    return true;
  }

  /**
   * Deletes what a process that was killed left of runs it had removed.
   *
   * @return their numbers
   */
  public List<Long> clearLeft() {
    return findings.clearLeft();
  }

  /**
   * Where a run wrote.
   *
   * @param endedAt when it ended, or began where it never did
   * @param isRemoved whether what it found was
   */
  public record Written(
      long run, String incidentId, Path out, RunState state, Instant endedAt, boolean isRemoved) {}

  /** A page of all runs behind one, in their order; controls wrote nothing. */
  public List<Written> written(long after) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("retention/folders_of_runs"))
                    .bind("after", after)
                    .bind("rows_max", PAGE_ROWS)
                    .map(
                        (row, context) ->
                            new Written(
                                row.getLong("run"),
                                row.getString("incident_id"),
                                Path.of(row.getString("out_directory")),
                                RunState.valueOf(row.getString("state")),
                                Columns.optionalInstant(row, "ended_at")
                                    .orElse(Columns.instant(row, "started_at")),
                                row.getString("removed_at") != null))
                    .list());
  }

  /** Keeps that files of a run were removed; before they are. */
  public void keepOutputsRemoved(long run, String incidentId, Reason reason) {
    audit.append(
        new AuditAct(
            reason.by(),
            AuditAction.OUTPUTS_REMOVED,
            "run " + run,
            Map.of("incident", incidentId, "reason", reason.text())));
  }
}
