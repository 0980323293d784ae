package parcelrecon.month;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;
import parcelrecon.results.schedule.RecheckStore;
import parcelrecon.schedule.Rechecks;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.ScheduleDesk;
import parcelrecon.schedule.ScheduledRuns;
import parcelrecon.schedule.Schedules;
import parcelrecon.tell.Teller;

/** What works off the schedules of the site in a console, by a clock that is set. */
final class MonthConsole implements AutoCloseable {

  private static final Duration STEP_PATIENCE = Duration.ofSeconds(10);
  private static final Duration SETTLING_MAX = Duration.ofMinutes(5);

  private static final String AT_WORK = Resource.text("at_work.sql");
  private static final String NOT_TOLD = Resource.text("not_told.sql");

  private final SettableClock clock;
  private final ResultsDatabase database;
  private final RunDesk desk;
  private final Schedules schedules;
  private final ScheduleDesk people;
  private final Teller teller;
  private final Rechecks rechecks;
  private final List<String> names;

  MonthConsole(MonthSite site, SettableClock clock) {
    this.clock = clock;
    SiteConfiguration configuration = site.configuration();
    List<Schedule> configured = configuration.schedules();
    this.names = configured.stream().map(Schedule::name).toList();
    this.database = ResultsDatabase.open(configuration.results());
    new RunStore(database).interruptLeftRunning();
    this.desk = new RunDesk(configuration::site, database);
    this.schedules =
        new Schedules(
            configured,
            new ScheduledRuns(configuration.market(), site.out()),
            database,
            desk,
            clock);
    this.people = new ScheduleDesk(configured, database, clock);
    this.teller =
        new Teller(
            configuration.tell(),
            configured.stream().map(each -> each.tellings(database, clock)).toList(),
            database,
            clock);
    this.rechecks = new Rechecks(configuration.rechecks(), database, desk, clock);
    schedules.start();
    teller.start();
    rechecks.start();
  }

  ResultsDatabase database() {
    return database;
  }

  ScheduleDesk people() {
    return people;
  }

  void awaitRun() throws InterruptedException {
    await(() -> desk.inHand().isPresent());
  }

  void awaitNoRun() throws InterruptedException {
    await(() -> desk.inHand().isEmpty());
  }

  void look() {
    names.forEach(schedules::look);
  }

  /** Lets it do what there is to do by the clock, until all it does is wait. */
  void settle() throws InterruptedException {
    look();
    await(() -> isAtRest());
  }

  /**
   * As {@link #settle}, while time goes on step by step: what a process had in hand when the
   * results database went away is taken for dead by its silence, and it may have been heard of
   * after any single step.
   */
  void settleInSteps(Duration step) throws InterruptedException {
    Instant deadline = Instant.now().plus(SETTLING_MAX);
    do {
      clock.goOnTo(clock.world().plus(step));
      look();
      Thread.sleep(STEP_PATIENCE.toMillis());
    } while (!isAtRest() && Instant.now().isBefore(deadline));
    await(() -> isAtRest());
  }

  private void await(BooleanSupplier what) throws InterruptedException {
    Instant deadline = Instant.now().plus(SETTLING_MAX);
    while (!what.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("at " + clock.world() + " it does not come to rest");
      }
      Thread.sleep(5);
    }
  }

  /** Waits until all is told that is to be. */
  void awaitTold() throws InterruptedException {
    await(() -> database.jdbi().withHandle(handle -> count(handle.createQuery(NOT_TOLD))) == 0);
  }

  /** Waits until nothing of a round of re-checks is left to be done. */
  void awaitRechecks(Instant round) throws InterruptedException {
    RecheckStore store = new RecheckStore(database);
    await(() -> store.due(round).isEmpty());
  }

  /** By the row of the task that tells when it is looked at next. */
  private boolean isAtRest() {
    return database
            .jdbi()
            .withHandle(handle -> count(handle.createQuery(AT_WORK).bind("by", clock.instant())))
        == 0;
  }

  private static int count(Query query) {
    return query.mapTo(Integer.class).one();
  }

  @Override
  public void close() {
    teller.close();
    rechecks.close();
    schedules.close();
    database.close();
  }
}
