package parcelrecon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.job.RunDesk;
import parcelrecon.results.AgreedClock;
import parcelrecon.results.ResultsDatabase;

/** Has open incidents re-checked, of several processes on one results database by one at a time. */
public final class Rechecks implements AutoCloseable {

  private static final String TASK = "rechecks";
  private static final String INSTANCE = "open-incidents";

  private static final Logger LOG = Logger.getLogger(Rechecks.class.getName());

  private final Optional<DueRechecks> due;
  private final InstantSource clock;
  private final RunDesk desk;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;

  /**
   * @param times absent where a site wants none
   * @param desk what runs are begun at; closed with this
   */
  public Rechecks(
      Optional<RecheckTimes> times, ResultsDatabase database, RunDesk desk, InstantSource clock) {
    this.due =
        times.map(each -> new DueRechecks(each, database, desk, new AgreedClock(database, clock)));
    this.clock = clock;
    this.desk = desk;
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecution(this::again)
            .onFailure(this::failed)
            .execute((instance, context) -> work());
    this.scheduler = Schedules.scheduler(task, database, clock);
  }

  /** Works from now on; not at all where a site wants none. */
  public void start() {
    if (due.isEmpty()) {
      return;
    }
    scheduler.start();
    scheduler.scheduleIfNotExists(task.instance(INSTANCE), clock.instant());
  }

  /** Looks again within a minute: an incident may be opened again, a clock be set. */
  private CompletionHandler<Void> work() {
    try {
      due.orElseThrow().work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return this::again;
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    LOG.log(Level.SEVERE, "re-checks cannot be worked off", complete.getCause().orElse(null));
    again(complete, operations);
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Schedules.again(complete, operations, DueWindows.PATIENCE);
  }

  /** Stops the run in hand, so that this or another process can go on with it. */
  @Override
  public void close() {
    desk.close();
    scheduler.stop();
  }
}
