package parcelrecon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.job.RunDesk;
import parcelrecon.results.AgreedClock;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.schedule.ScheduleStore;

/**
 * The schedules of a site, worked off by whichever process is there: of several on one results
 * database one works on a schedule, and another goes on with it once that one is dead.
 */
public final class Schedules implements AutoCloseable {

  private static final String TASK = "due-windows";

  /** A process that has not been heard of for so long is dead. */
  private static final int HEARTBEATS_MISSED = 6;

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration CLOSING_MAX = Duration.ofMinutes(1);

  /**
   * A scheduler meets rows of tasks that it does not know: others of this process have them, and
   * other versions. It would take them away after two weeks.
   */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private static final Logger LOG = Logger.getLogger(Schedules.class.getName());

  private final Map<String, DueWindows> due = new LinkedHashMap<>();
  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private final ScheduleStore store;
  private final InstantSource clock;
  private final InstantSource agreed;
  private final RunDesk desk;

  /**
   * @param desk what runs are begun at; closed with this
   */
  public Schedules(
      List<Schedule> schedules,
      ScheduledRuns runsOf,
      ResultsDatabase database,
      RunDesk desk,
      InstantSource clock) {
    this.agreed = new AgreedClock(database, clock);
    schedules.forEach(
        each -> due.put(each.name(), new DueWindows(each, runsOf, database, desk, agreed)));
    this.clock = clock;
    this.desk = desk;
    this.store = new ScheduleStore(database, agreed);
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecution(Schedules::lookAtOnce)
            .onFailure(this::failed)
            .execute((instance, context) -> work(instance.getId()));
    this.scheduler = scheduler(task, database, clock);
  }

  /** Works on one task, of several processes in one of them at a time. */
  static Scheduler scheduler(Task<?> task, ResultsDatabase database, InstantSource clock) {
    return Scheduler.create(database.dataSource(), task)
        .jdbcCustomization(dialect(database))
        .tableName("scheduled_task")
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .threads(1)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(HEARTBEATS_MISSED)
        .shutdownMaxWait(CLOSING_MAX)
        .deleteUnresolvedAfter(NEVER)
        .clock(new RunningClock(clock))
        .build();
  }

  /** Tables of H2 and PostgreSQL keep times with their zone. */
  private static JdbcCustomization dialect(ResultsDatabase database) {
    return database.kind().equals("postgresql")
        ? new PostgreSqlJdbcCustomization(false, false)
        : new DefaultJdbcCustomization(false);
  }

  /** Works from now on; not at all where there is nothing to do. */
  public void start() {
    if (due.isEmpty()) {
      return;
    }
    due.keySet().forEach(store::keep);
    scheduler.start();
    due.keySet().forEach(this::look);
  }

  /**
   * Looks at a schedule at once: somebody has changed what is to be done. Where it is being looked
   * at there is no need.
   */
  public void look(String name) {
    try {
      if (!scheduler.scheduleIfNotExists(task.instance(name), clock.instant())) {
        scheduler.reschedule(TaskInstanceId.of(TASK, name), clock.instant());
      }
    } catch (TaskInstanceException e) {
      LOG.log(Level.FINE, "schedule is being looked at", e);
    }
    scheduler.triggerCheckForDueExecutions();
  }

  /** Never further away than a minute: a clock, a configuration or a pause may have changed. */
  private CompletionHandler<Void> work(String name) {
    if (!due.containsKey(name)) {
      // Another process has it in its configuration, or an earlier configuration had.
      return this::again;
    }
    try {
      Instant next = due.get(name).work();
      Duration wait = Duration.between(agreed.instant(), next);
      return wait.compareTo(DueWindows.PATIENCE) < 0
          ? (complete, operations) -> again(complete, operations, wait)
          : this::again;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return this::again;
    }
  }

  /** What db-scheduler says of it nobody reads. */
  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    LOG.log(
        Level.SEVERE,
        "schedule " + complete.getExecution().getId() + " cannot be worked off",
        complete.getCause().orElse(null));
    again(complete, operations);
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    again(complete, operations, DueWindows.PATIENCE);
  }

  /**
   * Has a task looked at again, by the scheduler's own clock, which may be another than the site's.
   * Who was not heard of for so long that another process took the task over leaves it there.
   */
  static void again(
      ExecutionComplete complete, ExecutionOperations<Void> operations, Duration wait) {
    try {
      operations.reschedule(complete, complete.getTimeDone().plus(wait));
    } catch (ExecutionException e) {
      LOG.log(
          Level.WARNING,
          "task taken over",
          Map.of("task", complete.getExecution().getId(), "why", "this process was silent"));
    }
  }

  private static void lookAtOnce(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    operations.reschedule(complete, complete.getTimeDone());
  }

  /** Stops the run in hand, so that this or another process can go on with it. */
  @Override
  public void close() {
    desk.close();
    scheduler.stop();
  }
}
