package parcelrecon.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.model.Incident;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/**
 * Starts runs in the background of this process, one at a time, and knows how they go.
 *
 * <p>A run's memory is planned for one run a process, so a second one is refused, not queued: who
 * asked for it would not know when it begins, nor as of when it judges.
 */
public final class RunDesk implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RunDesk.class.getName());

  /** Of more runs that this process ended, the oldest are forgotten. */
  static final int OUTCOMES_MAX = 100;

  /** Longer than any piece of work between two looks at the stop takes. */
  private static final Duration STOPPING_MAX = Duration.ofMinutes(5);

  /** Makes the beginning of a run, or its being taken again, part of a transaction. */
  public interface Within {
    /**
     * Lets the change happen once, in this thread.
     *
     * @return what the change returned: the run's number
     */
    long keep(LongSupplier change);
  }

  private record InHand(long run, ReconcileJob job, RunProgress progress, Thread thread) {}

  private final Function<Incident, Site> sites;
  private final ResultsDatabase database;
  private final RunStore runs;
  private final Map<Long, RunOutcome> outcomes = new LinkedHashMap<>();
  private InHand inHand;
  private boolean isClosed;

  /**
   * @param sites the site as it is configured for an incident
   */
  public RunDesk(Function<Incident, Site> sites, ResultsDatabase database) {
    this.sites = sites;
    this.database = database;
    this.runs = new RunStore(database);
  }

  /**
   * Begins a run and goes on with it in the background. It is held by this process on return.
   *
   * @param within a transaction; nothing is done for the run before it has ended
   * @return its number
   * @throws ProblemException UNREACHABLE while another run is in hand, and when this is closed
   */
  public synchronized long start(ReconcileRequest request, Within within) {
    refuseWhileBusy();
    RunProgress progress = new RunProgress();
    ReconcileJob job = job(request.incident(), progress);
    Held held = new Held();
    long run = held.within(within, () -> held.hold(job.begin(request)));
    goOn(job, progress, held.hold.orElseThrow());
    return run;
  }

  /** A run that was taken is let go of again when the transaction around it fails. */
  private static final class Held {
    private Optional<RunHold> hold = Optional.empty();

    private long hold(RunHold begun) {
      hold = Optional.of(begun);
      return begun.run();
    }

    private long within(Within within, LongSupplier change) {
      try {
        return within.keep(change);
      } catch (RuntimeException e) {
        hold.ifPresent(RunHold::release);
        throw e;
      }
    }
  }

  /**
   * Goes on with an interrupted run in the background; leaves a finished one as it is.
   *
   * @throws ProblemException as {@link #start} and {@link ReconcileJob#resume}
   */
  public synchronized void resume(long run, Within within) {
    refuseWhileBusy();
    RunRow row =
        runs.find(run)
            .filter(found -> !found.isControl())
            .orElseThrow(() -> RunRefusal.unknown(run));
    RunProgress progress = new RunProgress();
    ReconcileJob job = job(row.incident(), progress);
    Held held = new Held();
    held.within(within, () -> job.take(run).map(held::hold).orElse(run));
    held.hold.ifPresent(hold -> goOn(job, progress, hold));
  }

  /**
   * Asks a run to stop after the work in hand, so that it can be resumed. Returns at once.
   *
   * @return false when this process does not work on it
   */
  public synchronized boolean stop(long run) {
    if (!isInHand(run)) {
      return false;
    }
    inHand.progress().stopping();
    inHand.job().stop();
    return true;
  }

  /** Waits until this process does not work on a run. */
  public void await(long run) throws InterruptedException {
    Optional<Thread> work;
    synchronized (this) {
      work = isInHand(run) ? Optional.of(inHand.thread()) : Optional.empty();
    }
    if (work.isPresent()) {
      work.get().join();
    }
  }

  /** How far a run is; empty when this process does not work on it. */
  public synchronized Optional<RunProgress> progress(long run) {
    return isInHand(run) ? Optional.of(inHand.progress()) : Optional.empty();
  }

  /** The run this process works on. */
  public synchronized OptionalLong inHand() {
    return inHand == null ? OptionalLong.empty() : OptionalLong.of(inHand.run());
  }

  /** How a run ended or stopped that this process worked on; empty of others. */
  public synchronized Optional<RunOutcome> outcome(long run) {
    return Optional.ofNullable(outcomes.get(run));
  }

  /** Runs that say RUNNING though no process works on them become INTERRUPTED. */
  public synchronized void interruptLeftRunning() {
    if (inHand == null) {
      runs.interruptLeftRunning();
    }
  }

  /**
   * Stops the run in hand and waits until it can be resumed by another process. Nothing starts any
   * more. Repeating it does nothing.
   */
  @Override
  public void close() {
    Optional<InHand> last;
    synchronized (this) {
      isClosed = true;
      last = Optional.ofNullable(inHand);
    }
    last.ifPresent(
        work -> {
          stop(work.run());
          await(work.thread());
        });
  }

  private static void await(Thread thread) {
    try {
      thread.join(STOPPING_MAX.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseWhileBusy() {
    if (isClosed) {
      throw RunRefusal.closing();
    }
    if (inHand != null) {
      throw RunRefusal.busy(inHand.run());
    }
  }

  private boolean isInHand(long run) {
    return inHand != null && inHand.run() == run;
  }

  private ReconcileJob job(Incident incident, RunProgress progress) {
    return new ReconcileJob(sites.apply(incident), database, progress);
  }

  private void goOn(ReconcileJob job, RunProgress progress, RunHold hold) {
    Thread thread = new Thread(() -> work(job, hold), "run-" + hold.run());
    thread.setDaemon(true);
    outcomes.remove(hold.run());
    inHand = new InHand(hold.run(), job, progress, thread);
    thread.start();
    LOG.log(Level.INFO, "run goes on", Map.of("run", hold.run()));
  }

  private void work(ReconcileJob job, RunHold hold) {
    RunOutcome outcome = null;
    try {
      outcome = job.goOn(hold);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "what broke a run off", e);
    } finally {
      ended(hold.run(), outcome);
    }
  }

  private static void log(long run, RunOutcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", run);
    fields.put("exitCode", outcome.exitCode().code());
    outcome.problems().stream().findFirst().ifPresent(why -> fields.put("why", why.text()));
    LOG.log(Level.INFO, "run ended", fields);
  }

  /**
   * @param outcome null when an error ended the work
   */
  private synchronized void ended(long run, RunOutcome outcome) {
    inHand = null;
    if (outcome == null) {
      LOG.log(Level.SEVERE, "run broke off", Map.of("run", run));
      leaveToAnybody();
      return;
    }
    outcomes.put(run, outcome);
    log(run, outcome);
    if (outcomes.size() > OUTCOMES_MAX) {
      outcomes.remove(outcomes.keySet().iterator().next());
    }
  }

  /** Where this cannot be written, it shows all the same: nobody holds the run any more. */
  private void leaveToAnybody() {
    try {
      interruptLeftRunning();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "what was left running cannot be told", e);
    }
  }
}
