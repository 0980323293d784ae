package parcelrecon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.retention.Sweep;

/**
 * Sweeps once a day, in whichever process is there: the first time an hour after it was first
 * known, so that nobody who starts a console waits for it.
 */
public final class DailySweep implements AutoCloseable {

  private static final String TASK = "retention";
  private static final String INSTANCE = "daily";
  private static final Duration FIRST = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final Logger LOG = Logger.getLogger(DailySweep.class.getName());

  private final Sweep sweep;
  private final InstantSource clock;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;

  public DailySweep(Sweep sweep, ResultsDatabase database, InstantSource clock) {
    this.sweep = sweep;
    this.clock = clock;
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecution((complete, operations) -> again(operations, complete, Duration.ZERO))
            .onFailure(this::failed)
            .execute(
                (instance, context) -> {
                  sweep.sweep();
                  return (complete, operations) -> again(operations, complete, DAY);
                });
    this.scheduler = Schedules.scheduler(task, database, clock);
  }

  public void start() {
    scheduler.start();
    scheduler.scheduleIfNotExists(task.instance(INSTANCE), clock.instant().plus(FIRST));
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    LOG.log(Level.SEVERE, "retention cannot be swept", complete.getCause().orElse(null));
    again(operations, complete, FIRST);
  }

  private void again(
      ExecutionOperations<Void> operations, ExecutionComplete complete, Duration pause) {
    operations.reschedule(complete, clock.instant().plus(pause));
  }

  /** Ends a sweep after the run it is at. */
  @Override
  public void close() {
    sweep.stop();
    scheduler.stop();
  }
}
