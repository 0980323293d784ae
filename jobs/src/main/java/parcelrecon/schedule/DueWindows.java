package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.job.ReconcileJob;
import parcelrecon.job.RunDesk;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.StoredResults;
import parcelrecon.results.schedule.KeptSchedule;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.results.telling.Telling;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.tell.Tellings;

/**
 * Works off what is due of one schedule, a window after the other, in the order of time. What is
 * done is in the results database only, so any process can go on where another one was killed.
 */
final class DueWindows {

  /** Until another try where something is away or busy, and until a paused one is looked at. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(DueWindows.class.getName());

  private final Schedule schedule;
  private final ScheduledRuns runsOf;
  private final RunDesk desk;
  private final InstantSource clock;
  private final ResultsDatabase database;
  private final ScheduleStore store;
  private final RunStore runs;
  private final Tellings tellings;
  private final TellingStore told;

  DueWindows(
      Schedule schedule,
      ScheduledRuns runsOf,
      ResultsDatabase database,
      RunDesk desk,
      InstantSource clock) {
    this.schedule = schedule;
    this.runsOf = runsOf;
    this.desk = desk;
    this.clock = clock;
    this.database = database;
    this.store = new ScheduleStore(database, clock);
    this.runs = new RunStore(database);
    this.tellings = schedule.tellings(database, clock);
    this.told = new TellingStore(database, clock);
  }

  /**
   * Begins what is due, and waits for each window to end.
   *
   * @return when to look again
   */
  Instant work() throws InterruptedException {
    try {
      Optional<Instant> wait = Optional.empty();
      while (wait.isEmpty()) {
        wait = step();
      }
      return wait.get();
    } catch (AnotherIsQuicker e) {
      return later();
    } catch (ProblemException e) {
      if (e.exitCode() != ExitCode.UNREACHABLE) {
        throw e;
      }
      LOG.log(
          Level.WARNING,
          "scheduled window waits",
          Map.of("schedule", schedule.name(), "why", e.problems().get(0).text()));
      return later();
    }
  }

  /**
   * @return when to look again; empty where the next window may be due
   */
  private Optional<Instant> step() throws InterruptedException {
    KeptSchedule kept = store.keep(schedule.name());
    Optional<ScheduledWindow> latest = store.latest(schedule.name());
    if (latest.isPresent() && latest.get().state() == WindowState.RUNNING) {
      return finish(latest.get()) ? Optional.empty() : Optional.of(later());
    }
    Optional<Window> next =
        schedule.windows().after(latest.map(ScheduledWindow::to).orElse(kept.since()));
    if (next.isEmpty() || kept.isPaused()) {
      return Optional.of(later());
    }
    return step(next.get(), kept.isAskedFor(next.get()));
  }

  private Optional<Instant> step(Window window, boolean isAskedFor) throws InterruptedException {
    Instant now = clock.instant();
    Instant due = isAskedFor ? window.to() : schedule.dueAt(window);
    if (due.isAfter(now)) {
      return Optional.of(due);
    }
    if (schedule.tooLateFrom(window).isBefore(now)) {
      miss(window, due);
      return Optional.empty();
    }
    begin(window, due);
    return Optional.empty();
  }

  private void miss(Window window, Instant due) {
    told.keep(
        () -> {
          boolean isMissed = store.miss(schedule.name(), window, due);
          if (isMissed) {
            log(Level.WARNING, "scheduled window missed", window);
          }
          return isMissed;
        },
        () -> tellings.missed(window));
  }

  private void begin(Window window, Instant due) throws InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant asOf = schedule.dueAt(window).isAfter(now) ? now : schedule.dueAt(window);
    long run =
        desk.start(
            runsOf.request(schedule, window, asOf),
            begin ->
                store
                    .begin(schedule.name(), window, due, begin)
                    .orElseThrow(AnotherIsQuicker::new));
    log(Level.INFO, "scheduled window begins", window);
    desk.await(run);
  }

  private static final class AnotherIsQuicker extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Brings a window that was begun to its end.
   *
   * @return false when it has to be tried again later
   */
  private boolean finish(ScheduledWindow window) throws InterruptedException {
    boolean isTooLate = window.dueAt().plus(schedule.catchUp()).isBefore(clock.instant());
    RunRow row = row(window.run().orElseThrow());
    if (!ReconcileJob.isEnded(row) && !isTooLate) {
      row = row(goOn(window, row));
    }
    if (!ReconcileJob.isEnded(row) && !isTooLate) {
      return false;
    }
    end(window, row);
    return true;
  }

  private void end(ScheduledWindow window, RunRow row) {
    List<Telling> news = tellings.ofRun(row);
    if (row.state() == RunState.COMPLETE || row.state() == RunState.INCOMPLETE) {
      long affected = affected(row.run());
      told.keep(() -> store.judged(window, affected), () -> news);
    } else {
      told.keep(() -> store.failed(window), () -> news);
    }
  }

  private long affected(long run) {
    return new StoredResults(database, run).totals().parcels().affected();
  }

  private RunRow row(long run) {
    return runs.find(run).orElseThrow();
  }

  /**
   * @return the run that was gone on with
   */
  private long goOn(ScheduledWindow window, RunRow row) throws InterruptedException {
    long run = row.run();
    try {
      desk.resume(run, LongSupplier::getAsLong);
    } catch (ProblemException e) {
      if (e.exitCode() != ExitCode.CONFIGURATION) {
        throw e;
      }
      run = beginAgain(window, row);
    }
    desk.await(run);
    return run;
  }

  /** Under another configuration than it began with a run cannot be gone on with. */
  private long beginAgain(ScheduledWindow window, RunRow row) {
    return desk.start(
        runsOf.request(schedule, row.incident().window(), row.asOf()),
        begin -> store.beginAgain(window, begin).orElseThrow(AnotherIsQuicker::new));
  }

  private Instant later() {
    return clock.instant().plus(PATIENCE);
  }

  private void log(Level level, String event, Window window) {
    LOG.log(level, event, Map.of("schedule", schedule.name(), "to", window.to()));
  }
}
