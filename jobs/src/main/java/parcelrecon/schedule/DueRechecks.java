package parcelrecon.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import parcelrecon.results.telling.Telling;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.tell.RecheckTellings;

/**
 * Re-checks the open incidents, one after the other, as of the time that has come last, and has
 * people told of it. What was done is in the results database only: any process can go on where
 * another one was killed.
 */
final class DueRechecks {

  private static final Logger LOG = Logger.getLogger(DueRechecks.class.getName());

  private final RecheckTimes times;
  private final RunDesk desk;
  private final InstantSource clock;
  private final RecheckStore store;
  private final RunStore runs;
  private final RecheckTellings tellings;
  private final TellingStore told;
  private final MissedRounds missed;

  DueRechecks(RecheckTimes times, ResultsDatabase database, RunDesk desk, InstantSource clock) {
    this.times = times;
    this.desk = desk;
    this.clock = clock;
    this.store = new RecheckStore(database);
    this.runs = new RunStore(database);
    this.tellings = times.tellings(database);
    this.told = new TellingStore(database, clock);
    this.missed = new MissedRounds(times, database, clock);
  }

  /** Works off the last round; what cannot be done now is left to the next look. */
  void work() throws InterruptedException {
    Optional<Instant> round = times.latest(clock.instant());
    store.toEnd().forEach(begun -> end(begun, round));
    missed.look();
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

  /** One that has not ended is gone on with in its own round only. */
  private void end(RecheckStore.Begun begun, Optional<Instant> round) {
    RunRow run = runs.find(begun.run()).orElseThrow();
    if (ReconcileJob.isEnded(run)) {
      end(run);
    } else if (!round.equals(Optional.of(begun.round()))) {
      store.end(begun.run(), clock.instant());
    }
  }

  private void end(RunRow run) {
    List<Telling> news = tellings.ofRun(run);
    told.keep(() -> store.end(run.run(), clock.instant()), () -> news);
  }

  /**
   * @return false when its sources are away, as those of the next incident would be
   */
  private boolean recheck(RunRow latest, Instant round) throws InterruptedException {
    Optional<RunRow> begun = store.begun(latest.incident().id(), round);
    if (begun.isPresent() && ReconcileJob.isEnded(begun.get())) {
      return true;
    }
    long run = begun.isPresent() ? goOn(begun.get(), latest) : begin(latest, round);
    desk.await(run);
    RunRow row = runs.find(run).orElseThrow();
    if (ReconcileJob.isEnded(row)) {
      end(row);
    }
    return ReconcileJob.isEnded(row);
  }

  private long begin(RunRow latest, Instant round) {
    return desk.start(
        ReconcileRequest.recheck(latest, round, latest.options()),
        run -> store.begin(latest.incident().id(), round, run));
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
