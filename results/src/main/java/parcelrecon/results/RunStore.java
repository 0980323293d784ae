package parcelrecon.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** Keeps runs: begins, lists and ends them. */
public final class RunStore {

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public RunStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /**
   * Begins a run in state RUNNING, takes it for this process, and freezes the answers it may see
   * and the run that first found its incident.
   *
   * @return its number, from 1
   */
  public long begin(
      Incident incident,
      Instant asOf,
      RunRow.Options options,
      RunRow.Configuration configuration,
      Instant startedAt) {
    return begin(incident, asOf, Optional.empty(), new Asked(options, configuration, startedAt));
  }

  /** As {@link #begin}, together with the run's control, which sees no answers. */
  public long beginWithControl(
      Incident incident,
      Instant asOf,
      Control control,
      RunRow.Options options,
      RunRow.Configuration configuration,
      Instant startedAt) {
    return begin(
        incident, asOf, Optional.of(control), new Asked(options, configuration, startedAt));
  }

  /**
   * As {@link #begin}, for the parcels of an earlier run of the incident that has finished.
   *
   * @throws ProblemException USAGE when what it found was removed meanwhile
   */
  public long beginRecheck(
      RunRow earlier,
      Instant asOf,
      RunRow.Options options,
      RunRow.Configuration configuration,
      Instant startedAt) {
    return begin(
        earlier.incident(),
        asOf,
        Optional.empty(),
        new Asked(options, configuration, startedAt, OptionalLong.of(earlier.run())));
  }

  private long begin(Incident incident, Instant asOf, Optional<Control> control, Asked asked) {
    List<Long> taken = new ArrayList<>();
    try {
      return database.inTurn(
          handle -> {
            asked.recheckOf().ifPresent(earlier -> refuseRemoved(handle, earlier));
            long answers = AnswerStore.latest(handle, incident.id());
            OptionalLong first = firstFinished(handle, incident);
            long run = takeNext(handle, taken);
            insert(
                handle,
                run,
                new NewRun(incident, asOf, answers, OptionalLong.empty(), first),
                asked);
            control
                .map(
                    at ->
                        new NewRun(
                            at.of(incident),
                            at.asOf(),
                            0,
                            OptionalLong.of(run),
                            OptionalLong.empty()))
                .ifPresent(begun -> insert(handle, takeNext(handle, taken), begun, asked));
            return run;
          });
    } catch (RuntimeException e) {
      // There is no such run; who begins the next one has to get its number.
      taken.forEach(this::release);
      throw e;
    }
  }

  private long takeNext(Handle handle, List<Long> taken) {
    long run = handle.createQuery(Sql.of("next_run")).mapTo(Long.class).one();
    if (!take(run)) {
      throw new IllegalStateException("run " + run + " is held before it has begun");
    }
    taken.add(run);
    return run;
  }

  /** Runs are removed in turn as well: one that is there now is referred to from now on. */
  private static void refuseRemoved(Handle handle, long earlier) {
    if (required(handle, earlier).removedAt().isPresent()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "run " + earlier,
              "what it found was removed, as retention has it",
              "Nothing was started",
              "Reconcile the incident again, or re-check a later run"));
    }
  }

  private record NewRun(
      Incident incident,
      Instant asOf,
      long answersThrough,
      OptionalLong controlOf,
      OptionalLong firstFound) {}

  private record Asked(
      RunRow.Options options,
      RunRow.Configuration configuration,
      Instant startedAt,
      OptionalLong recheckOf) {

    private Asked(RunRow.Options options, RunRow.Configuration configuration, Instant startedAt) {
      this(options, configuration, startedAt, OptionalLong.empty());
    }
  }

  private static void insert(Handle handle, long run, NewRun begun, Asked asked) {
    handle
        .createUpdate(Sql.of("insert_run"))
        .bind("run", run)
        .bind("incident_id", begun.incident().id())
        .bind("incident", Json.write(begun.incident()))
        .bind("as_of", begun.asOf().toString())
        .bind("state", RunState.RUNNING.name())
        .bind("answers_through", begun.answersThrough())
        .bind("out_directory", asked.options().out().toString())
        .bind("language", asked.options().language())
        .bind("callers", asked.options().callers())
        .bind("script_form", asked.options().form().name())
        .bind("fail_on_mismatch", asked.options().failOnMismatch())
        .bind("configuration_sha256", asked.configuration().sha256())
        .bind("configuration_version", asked.configuration().version())
        .bind("settings", Json.write(asked.configuration().settings()))
        .bind("started_at", asked.startedAt().toString())
        .bind("control_of", Columns.number(begun.controlOf()))
        .bind("first_found_run", Columns.number(begun.firstFound()))
        .bind("recheck_of", Columns.number(asked.recheckOf()))
        .execute();
  }

  /**
   * Takes a run for this process, so that it may go on with it.
   *
   * @return false when another process works on it
   */
  public boolean take(long run) {
    return database.leases().take(run);
  }

  /**
   * As {@link #take}, for work beside runs.
   *
   * @return false when another process works on it, or this one does
   */
  public boolean takeFree(long run) {
    return !database.leases().isHeld(run) && take(run);
  }

  /** Lets go of a run this process has done with; who looks from now on sees that nobody works. */
  public void release(long run) {
    database.leases().release(run);
  }

  /** Calls back once, from another thread, when this process loses a run it took. */
  public void whenLost(long run, Runnable then) {
    database.leases().whenLost(run, then);
  }

  /** Why this process must not go on with a run it took; empty while it may. */
  public Optional<Problem> lost(long run) {
    return database.leases().lost(run);
  }

  public Optional<RunRow> find(long run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("run"))
                .bind("run", run)
                .map((row, context) -> RunRows.of(row))
                .findOne());
  }

  /** The control of a run, where it has one. */
  public Optional<RunRow> findControl(long run) {
    return jdbi.withHandle(handle -> control(handle, run)).flatMap(this::find);
  }

  /** The run that first found a run's incident; absent of the first itself, and of controls. */
  public OptionalLong findFirstFound(long run) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("first_found"))
                .bind("run", run)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
  }

  private static OptionalLong firstFinished(Handle handle, Incident incident) {
    return finished(handle, incident, Long.MAX_VALUE).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** The finished runs of an incident and window before a run, oldest first; no controls. */
  static List<Long> finished(Handle handle, Incident incident, long before) {
    return ofWindow(handle, "finished_runs", incident, before);
  }

  /** As {@link #finished}, those among them whose results were removed. */
  static List<Long> ended(Handle handle, Incident incident, long before) {
    return ofWindow(handle, "ended_runs", incident, before);
  }

  private static List<Long> ofWindow(
      Handle handle, String statement, Incident incident, long before) {
    List<Long> runs = new ArrayList<>();
    Rows.forEach(
        handle
            .createQuery(Sql.of(statement))
            .bind("incident_id", incident.id())
            .bind("before", before),
        row -> {
          Window window = Json.read(row.getString("incident"), Incident.class).window();
          if (window.from().equals(incident.window().from())
              && window.to().equals(incident.window().to())) {
            runs.add(row.getLong("run"));
          }
        });
    return runs;
  }

  /** The latest finished run of the same incident and window as another; it may be that one. */
  public Optional<RunRow> latestFinished(RunRow like) {
    List<Long> finished =
        jdbi.withHandle(handle -> finished(handle, like.incident(), Long.MAX_VALUE));
    return finished.isEmpty() ? Optional.empty() : find(finished.get(finished.size() - 1));
  }

  static Optional<Long> control(Handle handle, long run) {
    return handle.createQuery(Sql.of("control")).bind("run", run).mapTo(Long.class).findOne();
  }

  /** Changes how a run stands; an end it had is taken back. */
  public void changeState(long run, RunState state) {
    database.write(run, handle -> changeState(handle, run, state));
  }

  private static void changeState(Handle handle, long run, RunState state) {
    FollowedCounts.forget(handle, run);
    RunTotals.forget(handle, run);
    changeOne(
        run,
        handle
            .createUpdate(Sql.of("change_run_state"))
            .bind("run", run)
            .bind("state", state.name())
            .execute());
  }

  public void saveDayTotal(long run, long dayTotal) {
    database.write(
        run,
        handle ->
            changeOne(
                run,
                handle
                    .createUpdate(Sql.of("save_day_total"))
                    .bind("run", run)
                    .bind("day_total", dayTotal)
                    .execute()));
  }

  public void end(long run, RunState state, int exitCode, Instant endedAt) {
    database.write(
        run,
        handle ->
            changeOne(
                run,
                handle
                    .createUpdate(Sql.of("end_run"))
                    .bind("run", run)
                    .bind("state", state.name())
                    .bind("exit_code", exitCode)
                    .bind("ended_at", endedAt.toString())
                    .execute()));
  }

  /**
   * Marks runs that say RUNNING, but were left by a process that died, as INTERRUPTED.
   *
   * @return how many
   */
  public int interruptLeftRunning() {
    return jdbi.inTransaction(
        handle -> {
          List<Long> left = database.leases().leftRunning(handle);
          left.forEach(run -> changeState(handle, run, RunState.INTERRUPTED));
          return left.size();
        });
  }

  /** Whether a run is there, seen in the transaction of the handle. */
  static RunRow required(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("run"))
        .bind("run", run)
        .map((row, context) -> RunRows.of(row))
        .findOne()
        .orElseThrow(() -> noRun(run));
  }

  private static void changeOne(long run, int changed) {
    if (changed != 1) {
      throw noRun(run);
    }
  }

  static IllegalArgumentException noRun(long run) {
    return new IllegalArgumentException("there is no run " + run);
  }
}
