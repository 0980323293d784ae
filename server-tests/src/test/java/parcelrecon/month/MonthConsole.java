package parcelrecon.month;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.ScheduleDesk;
import parcelrecon.schedule.ScheduledRuns;
import parcelrecon.schedule.Schedules;

/** What works off the schedules of the site in a console, by a clock that is set. */
final class MonthConsole implements AutoCloseable {

  private static final Duration SETTLING_MAX = Duration.ofMinutes(5);

  private final SettableClock clock;
  private final ResultsDatabase database;
  private final RunDesk desk;
  private final Schedules schedules;
  private final ScheduleDesk people;
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
    schedules.start();
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
    await(this::isAtRest);
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

  /** By the row of each schedule that tells when it is looked at next. */
  private boolean isAtRest() {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement busy = connection.prepareStatement(Resource.text("at_work.sql"))) {
      busy.setTimestamp(1, Timestamp.from(clock.instant()));
      try (ResultSet row = busy.executeQuery()) {
        row.next();
        return row.getInt(1) == 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    schedules.close();
    database.close();
  }
}
