package parcelrecon.job;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import parcelrecon.model.Incident;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.Conclusion;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.StoredResults;

/** Runs, and goes on with, reconciliations of one site. One run at a time. */
public final class ReconcileJob {

  private static final Logger LOG = Logger.getLogger(ReconcileJob.class.getName());

  /** The most splits or partitions worked on at once; each needs memory for a partition. */
  static final int WORKERS_MAX = 4;

  private static final int STOPPING_SECONDS_MAX = 60;

  private final Site site;
  private final ResultsDatabase database;
  private final ResultStores stores;
  private final Progress progress;
  private final StopSwitch stop = new StopSwitch();
  private final Clock clock = Clock.systemUTC();

  public ReconcileJob(Site site, ResultsDatabase database, Progress progress) {
    this.site = site;
    this.database = database;
    this.stores = ResultStores.of(database);
    this.progress = progress;
  }

  /** Begins a run and goes to its end, or to where {@link #stop()} stops it. */
  public RunOutcome reconcile(ReconcileRequest request) {
    return goOn(begin(request));
  }

  /** Begins a run, held by this process, for which nothing is done yet. */
  RunHold begin(ReconcileRequest request) {
    long run = insert(request);
    try {
      return new RunHold(stores.runs(), run);
    } catch (RuntimeException e) {
      stores.runs().release(run);
      throw e;
    }
  }

  private long insert(ReconcileRequest request) {
    Incident incident = request.incident();
    RunRow.Configuration configuration = site.configuration();
    if (request.recheckOf().isPresent()) {
      return stores
          .runs()
          .beginRecheck(
              request.recheckOf().get(),
              request.asOf(),
              request.options(),
              configuration,
              clock.instant());
    }
    if (request.control().isEmpty()) {
      return stores
          .runs()
          .begin(incident, request.asOf(), request.options(), configuration, clock.instant());
    }
    return stores
        .runs()
        .beginWithControl(
            incident,
            request.asOf(),
            request.control().get(),
            request.options(),
            configuration,
            clock.instant());
  }

  /**
   * Goes on with an interrupted run; a finished one is left as it is and ends as it did.
   *
   * @throws ProblemException USAGE when there is no such run, CONFIGURATION when the configuration
   *     is not the one the run began with, UNREACHABLE when another process works on it
   */
  public RunOutcome resume(long run) {
    return take(run)
        .map(this::goOn)
        .orElseGet(
            () -> {
              RunRow row = stores.runs().find(run).orElseThrow();
              return outcome(row, exitCodeOf(row), List.of(), null);
            });
  }

  /** Takes a run to go on with; empty when it has ended. Refuses as {@link #resume} does. */
  Optional<RunHold> take(long run) {
    RunRow row = stores.runs().find(run).orElseThrow(() -> RunRefusal.unknown(run));
    if (isEnded(row)) {
      return Optional.empty();
    }
    if (!row.configuration().sha256().equals(site.configuration().sha256())) {
      throw RunRefusal.changedConfiguration(run);
    }
    RunHold hold = new RunHold(stores.runs(), run);
    if (!hold.take()) {
      throw RunRefusal.heldByAnother(run);
    }
    boolean isGoingOn = false;
    try {
      if (!isEnded(stores.runs().find(run).orElseThrow())) {
        hold.changeState(RunState.RUNNING);
        isGoingOn = true;
      }
      return isGoingOn ? Optional.of(hold) : Optional.empty();
    } finally {
      if (!isGoingOn) {
        hold.release();
      }
    }
  }

  /** Whether nothing of the run is left to be done. */
  public static boolean isEnded(RunRow row) {
    return RunHold.isEnded(row);
  }

  /** Stops after the work in hand, so that the run can be resumed. Returns at once. */
  public void stop() {
    stop.stop();
  }

  /** Works on a held run to its end, or to where it is stopped, and lets go of it. */
  RunOutcome goOn(RunHold hold) {
    try {
      return goOn(hold, stores.runs().find(hold.run()).orElseThrow());
    } finally {
      hold.release();
    }
  }

  private RunOutcome goOn(RunHold hold, RunRow row) {
    ThreadPoolTaskExecutor workers = workers();
    hold.whenLost(stop::stop);
    try (OpenSources sources = new OpenSources(site.sources());
        OpenSources controlSources = new OpenSources(site.sources())) {
      RunInHand inHand =
          new RunInHand(row, site, sources, database, stores, stop, progress, Horizon.NONE);
      Optional<ControlGuard> guard =
          hold.openControl()
              .map(control -> new ControlGuard(inHand.control(control, controlSources)));
      BatchEngine engine = new BatchEngine(database);
      JobExecution execution =
          engine.execute(ReconcileSteps.job(engine, workers, inHand, guard), row.run());
      return execution.getStatus() == BatchStatus.COMPLETED
          ? conclude(inHand, hold, guard)
          : stopped(row, hold, execution);
    } catch (Exception e) {
      return failed(row, hold, e);
    } finally {
      workers.shutdown();
    }
  }

  private RunOutcome conclude(RunInHand inHand, RunHold hold, Optional<ControlGuard> guard) {
    RunRow row = inHand.row();
    Conclusion conclusion = Conclusion.of(inHand.results());
    stores.runs().end(row.run(), conclusion.state(), conclusion.exitCode().code(), clock.instant());
    deleteFolders(hold);
    return outcome(
        row, conclusion.exitCode(), guard.map(ControlGuard::problems).orElse(List.of()), null);
  }

  /**
   * What cannot be deleted now is left to {@link parcelrecon.retention.Sweep}: the run has ended.
   */
  private void deleteFolders(RunHold hold) {
    try {
      hold.all().forEach(run -> RunFolder.of(site.work(), run).delete());
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "work folder stays", e);
    }
  }

  private RunOutcome stopped(RunRow row, RunHold hold, JobExecution execution) {
    if (stop.isStopped() && hold.lost().isEmpty()) {
      hold.changeState(RunState.INTERRUPTED);
      return outcome(row, ExitCode.STOPPED, List.of(), null);
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    return failed(
        row,
        hold,
        failures.stream()
            .filter(failure -> problemIn(failure).isPresent())
            .findFirst()
            .orElse(failures.isEmpty() ? null : failures.get(0)));
  }

  private RunOutcome failed(RunRow row, RunHold hold, Throwable failure) {
    return hold.lost()
        .map(problem -> outcome(row, ExitCode.UNREACHABLE, List.of(problem), null))
        .orElseGet(
            () ->
                problemIn(failure)
                    .map(problem -> fail(row, hold, problem))
                    .orElseGet(() -> defect(row, hold, failure)));
  }

  private Optional<ProblemException> problemIn(Throwable failure) {
    return StoppedBy.problem(failure, database, site.work());
  }

  /**
   * What others must put right first: a source that is away leaves a run that can be resumed, a
   * wrong one does not.
   */
  private RunOutcome fail(RunRow row, RunHold hold, ProblemException problem) {
    if (problem.exitCode() == ExitCode.TOO_MANY_REJECTS) {
      try {
        writeRejects(row);
      } catch (RuntimeException e) {
        return failed(row, hold, e);
      }
    }
    if (problem.exitCode() == ExitCode.UNREACHABLE) {
      interrupt(hold);
    } else {
      end(hold, problem.exitCode());
    }
    return outcome(row, problem.exitCode(), problem.problems(), null);
  }

  private void writeRejects(RunRow row) {
    new RunOutputs(site.reportSettings(row.options()))
        .writeRejects(new StoredResults(database, row.run()), OutputFolder.of(row));
  }

  /** Where this cannot be written, it shows all the same: nobody holds the run any more. */
  private void interrupt(RunHold hold) {
    try {
      hold.changeState(RunState.INTERRUPTED);
    } catch (RuntimeException e) {
      if (problemIn(e).isEmpty()) {
        throw e;
      }
    }
  }

  private RunOutcome defect(RunRow row, RunHold hold, Throwable cause) {
    end(hold, ExitCode.DEFECT);
    Problem problem =
        new Problem(
            "run " + row.run(),
            "a defect of parcel-recon: " + cause,
            "The run ended without a result",
            "Repeat with --verbose and report what it prints");
    return outcome(row, ExitCode.DEFECT, List.of(problem), cause);
  }

  private void end(RunHold hold, ExitCode exitCode) {
    hold.fail(exitCode, clock.instant());
    deleteFolders(hold);
  }

  private static RunOutcome outcome(
      RunRow row, ExitCode exitCode, List<Problem> problems, Throwable cause) {
    return new RunOutcome(row.run(), exitCode, OutputFolder.of(row), problems, cause);
  }

  private static ExitCode exitCodeOf(RunRow row) {
    for (ExitCode exitCode : ExitCode.values()) {
      if (exitCode.code() == row.exitCode().orElseThrow()) {
        return exitCode;
      }
    }
    throw new IllegalStateException("run " + row.run() + " ended with " + row.exitCode());
  }

  private static ThreadPoolTaskExecutor workers() {
    ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
    int count = Math.min(WORKERS_MAX, Runtime.getRuntime().availableProcessors());
    workers.setCorePoolSize(count);
    workers.setThreadNamePrefix("recon-");
    workers.setAwaitTerminationSeconds(STOPPING_SECONDS_MAX);
    workers.initialize();
    return workers;
  }
}
