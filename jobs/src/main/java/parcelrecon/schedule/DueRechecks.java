package parcelrecon.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.job.ReconcileJob;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.RunDesk;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.schedule.RecheckStore;

/**
 * Re-checks the open incidents, one after the other, as of the time that has come last. What was
 * done is told by the runs there are: any process can go on where another one was killed.
 */
final class DueRechecks {

  private static final Logger LOG = Logger.getLogger(DueRechecks.class.getName());

  private final RecheckTimes times;
  private final RunDesk desk;
  private final InstantSource clock;
  private final RecheckStore store;
  private final RunStore runs;

  DueRechecks(RecheckTimes times, ResultsDatabase database, RunDesk desk, InstantSource clock) {
    this.times = times;
    this.desk = desk;
    this.clock = clock;
    this.store = new RecheckStore(database);
    this.runs = new RunStore(database);
  }

  /** Works off the last round; what cannot be done now is left to the next look. */
  void work() throws InterruptedException {
    Optional<Instant> round = times.latest(clock.instant());
    if (round.isEmpty()) {
      return;
    }
    try {
      for (RunRow latest : store.due(round.get())) {
        if (!recheck(latest, round.get())) {
          return;
        }
      }
    } catch (ProblemException e) {
      if (e.exitCode() != ExitCode.UNREACHABLE) {
        throw e;
      }
      LOG.log(Level.WARNING, "re-check waits", Map.of("why", e.problems().get(0).text()));
    }
  }

  /**
   * @return false when its sources are away, as those of the next incident would be
   */
  private boolean recheck(RunRow latest, Instant asOf) throws InterruptedException {
    Optional<RunRow> begun = store.begun(latest.incident().id(), asOf);
    if (begun.isPresent() && ReconcileJob.isEnded(begun.get())) {
      return true;
    }
    long run = begun.isPresent() ? goOn(begun.get(), latest) : begin(latest, asOf);
    desk.await(run);
    return ReconcileJob.isEnded(runs.find(run).orElseThrow());
  }

  private long begin(RunRow latest, Instant asOf) {
    return desk.start(
        ReconcileRequest.recheck(latest, asOf, latest.options()), LongSupplier::getAsLong);
  }

  /** Under another configuration than it began with a run cannot be gone on with. */
  private long goOn(RunRow begun, RunRow latest) {
    try {
      desk.resume(begun.run(), LongSupplier::getAsLong);
      return begun.run();
    } catch (ProblemException e) {
      if (e.exitCode() != ExitCode.CONFIGURATION) {
        throw e;
      }
      return begin(latest, begun.asOf());
    }
  }
}
