package parcelrecon.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.Conclusion;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.StoredResults;

/** Runs, and goes on with, reconciliations of one site. One run at a time. */
public final class ReconcileJob {

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
    long run =
        stores
            .runs()
            .begin(
                request.incident(),
                request.asOf(),
                request.options(),
                site.configuration(),
                clock.instant());
    return execute(stores.runs().find(run).orElseThrow());
  }

  /**
   * Goes on with an interrupted run; a finished one is left as it is and ends as it did.
   *
   * @throws ProblemException USAGE when there is no such run, CONFIGURATION when the configuration
   *     is not the one the run began with, UNREACHABLE when another process works on it
   */
  public RunOutcome resume(long run) {
    RunRow row = stores.runs().find(run).orElseThrow(() -> unknown(run));
    if (isEnded(row)) {
      return outcome(row, exitCodeOf(row), List.of(), null);
    }
    if (!row.configuration().sha256().equals(site.configuration().sha256())) {
      throw changedConfiguration(run);
    }
    if (!stores.runs().take(run)) {
      throw heldByAnother(run);
    }
    row = stores.runs().find(run).orElseThrow();
    if (isEnded(row)) {
      stores.runs().release(run);
      return outcome(row, exitCodeOf(row), List.of(), null);
    }
    stores.runs().changeState(run, RunState.RUNNING);
    return execute(row);
  }

  /** Whether nothing of the run is left to be done. */
  public static boolean isEnded(RunRow row) {
    return row.state() == RunState.COMPLETE
        || row.state() == RunState.INCOMPLETE
        || row.state() == RunState.FAILED;
  }

  /** Stops after the work in hand, so that the run can be resumed. Returns at once. */
  public void stop() {
    stop.stop();
  }

  private RunOutcome execute(RunRow row) {
    ThreadPoolTaskExecutor workers = workers();
    stores.runs().whenLost(row.run(), stop::stop);
    try (OpenSources sources = new OpenSources(site.sources())) {
      RunInHand inHand = new RunInHand(row, site, sources, database, stores, stop, progress);
      BatchEngine engine = new BatchEngine(database);
      JobExecution execution =
          engine.execute(new ReconcileSteps(engine, inHand, workers).job(), row.run());
      return conclude(inHand, execution);
    } catch (Exception e) {
      return failed(row, e);
    } finally {
      workers.shutdown();
      stores.runs().release(row.run());
    }
  }

  private RunOutcome conclude(RunInHand inHand, JobExecution execution) {
    RunRow row = inHand.row();
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      Conclusion conclusion = Conclusion.of(inHand.results());
      stores
          .runs()
          .end(row.run(), conclusion.state(), conclusion.exitCode().code(), clock.instant());
      inHand.folder().delete();
      return outcome(row, conclusion.exitCode(), List.of(), null);
    }
    if (stop.isStopped() && stores.runs().lost(row.run()).isEmpty()) {
      stores.runs().changeState(row.run(), RunState.INTERRUPTED);
      return outcome(row, ExitCode.STOPPED, List.of(), null);
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    return failed(
        row,
        failures.stream()
            .filter(failure -> problemIn(failure).isPresent())
            .findFirst()
            .orElse(failures.isEmpty() ? null : failures.get(0)));
  }

  private RunOutcome failed(RunRow row, Throwable failure) {
    return stores
        .runs()
        .lost(row.run())
        .map(problem -> outcome(row, ExitCode.UNREACHABLE, List.of(problem), null))
        .orElseGet(
            () ->
                problemIn(failure)
                    .map(problem -> fail(row, problem))
                    .orElseGet(() -> defect(row, failure)));
  }

  private Optional<ProblemException> problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return Optional.of(problem);
      }
    }
    return database.problem(failure, "The run stopped here");
  }

  /**
   * What others must put right first: a source that is away leaves a run that can be resumed, a
   * wrong one does not.
   */
  private RunOutcome fail(RunRow row, ProblemException problem) {
    if (problem.exitCode() == ExitCode.UNREACHABLE) {
      interrupt(row.run());
    } else {
      end(row, problem.exitCode());
    }
    if (problem.exitCode() == ExitCode.TOO_MANY_REJECTS) {
      new RunOutputs(
              new ReportSettings(row.options().language(), row.options().callers(), site.datafix()))
          .writeRejects(new StoredResults(database, row.run()), OutputFolder.of(row));
    }
    return outcome(row, problem.exitCode(), problem.problems(), null);
  }

  /** Where this cannot be written, it shows all the same: nobody holds the run any more. */
  private void interrupt(long run) {
    try {
      stores.runs().changeState(run, RunState.INTERRUPTED);
    } catch (RuntimeException e) {
      if (problemIn(e).isEmpty()) {
        throw e;
      }
    }
  }

  private RunOutcome defect(RunRow row, Throwable cause) {
    end(row, ExitCode.DEFECT);
    Problem problem =
        new Problem(
            "run " + row.run(),
            "a defect of parcel-recon: " + cause,
            "The run ended without a result",
            "Repeat with --verbose and report what it prints");
    return outcome(row, ExitCode.DEFECT, List.of(problem), cause);
  }

  private void end(RunRow row, ExitCode exitCode) {
    stores.runs().end(row.run(), RunState.FAILED, exitCode.code(), clock.instant());
    RunFolder.of(site.work(), row.run()).delete();
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

  private static ProblemException unknown(long run) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "run " + run,
            "there is no such run in the results database",
            "Nothing was done",
            "See the runs there are with: runs"));
  }

  private static ProblemException heldByAnother(long run) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            "run " + run,
            "another process works on it",
            "Nothing was done",
            "Wait until it has ended, or end that process"));
  }

  private static ProblemException changedConfiguration(long run) {
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem(
            "run " + run,
            "it began with another configuration than this one",
            "Nothing was done: one run cannot mix two",
            "Resume with the configuration it began with, or start a new run"));
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
