package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.WindowState;

/** Schedules as a console works them off: two at a desk that does one run at a time. */
@Timeout(300)
class SchedulesTest {

  private static final Instant BEGIN = Instant.parse("2022-04-13T10:20:00Z");

  @TempDir Path folder;

  /** Goes on from where it was set. */
  private final AtomicReference<Duration> ahead =
      new AtomicReference<>(Duration.between(Instant.now(), BEGIN));

  private Instant now() {
    return Instant.now().plus(ahead.get());
  }

  private void set(String time) {
    ahead.set(Duration.between(Instant.now(), Instant.parse(time)));
  }

  private static Schedule schedule(String name, String cron, Duration window) {
    return new Schedule(
        name,
        "",
        new WindowSeries(Cron.parse(cron).orElseThrow(), CsvSite.TAIPEI, window),
        Duration.ofMinutes(15),
        Duration.ofHours(3),
        "en");
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    while (!what.getAsBoolean()) {
      Thread.sleep(200);
    }
  }

  @Test
  void schedules_areWorkedOff_asTheClockGoes_andGoOnAfterARestart() throws Exception {
    CsvSite site =
        CsvSite.in(folder)
            .outbounds("P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P2,M2,500,2022-04-13T19:50:10");
    List<Schedule> both =
        List.of(
            schedule("hourly", "0 * * * *", Duration.ofHours(1)),
            schedule("half", "*/30 * * * *", Duration.ofMinutes(30)));
    try (ResultsDatabase database = ResultsDatabase.open(site.results())) {
      ScheduleStore store = new ScheduleStore(database, this::now);
      try (RunDesk desk = new RunDesk(incident -> site.site(), database);
          Schedules schedules = of(both, database, desk)) {
        schedules.start();
        await(() -> store.find("half").isPresent() && store.find("hourly").isPresent());
        set("2022-04-13T11:20:00Z");
        await(
            () -> {
              schedules.look("hourly");
              schedules.look("half");
              return done(store, "hourly") == 1 && done(store, "half") == 2;
            });
      }
      set("2022-04-13T12:20:00Z");
      try (RunDesk desk = new RunDesk(incident -> site.site(), database);
          Schedules schedules = of(both, database, desk)) {
        schedules.start();
        await(() -> done(store, "hourly") == 2 && done(store, "half") == 4);
      }
      assertThat(new RunList(database).newest(RunList.END, 100)).hasSize(6);
    }
  }

  @Test
  void schedule_isLookedAtAtOnce_whenSomebodyHasChangedIt() throws Exception {
    CsvSite site =
        CsvSite.in(folder)
            .outbounds("P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P2,M2,500,2022-04-13T19:50:10");
    AtomicReference<Instant> standing = new AtomicReference<>(BEGIN);
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(incident -> site.site(), database);
        Schedules schedules =
            new Schedules(
                List.of(schedule("hourly", "0 * * * *", Duration.ofHours(1))),
                new ScheduledRuns("TW", folder.resolve("out")),
                database,
                desk,
                standing::get)) {
      ScheduleStore store = new ScheduleStore(database, standing::get);
      schedules.start();
      for (int hour = 1; hour <= 3; hour++) {
        int judged = hour;
        standing.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        await(
            () -> {
              schedules.look("hourly");
              return done(store, "hourly") == judged;
            });
      }
    }
  }

  @Test
  void schedule_isWorkedOff_besideAProcessThatDoesNotHaveIt() throws Exception {
    CsvSite site =
        CsvSite.in(folder)
            .outbounds("P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P2,M2,500,2022-04-13T19:50:10");
    Schedule hourly = schedule("hourly", "0 * * * *", Duration.ofHours(1));
    Schedule half = schedule("half", "*/30 * * * *", Duration.ofMinutes(30));
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(incident -> site.site(), database);
        RunDesk other = new RunDesk(incident -> site.site(), database);
        Schedules without = of(List.of(half), database, other)) {
      ScheduleStore store = new ScheduleStore(database, this::now);
      try (Schedules with = of(List.of(hourly), database, desk)) {
        with.start();
        await(() -> store.find("hourly").isPresent());
      }
      without.start();
      await(
          () -> {
            ahead.updateAndGet(shift -> shift.plusMinutes(1));
            return done(store, "half") > 2;
          });
      try (RunDesk again = new RunDesk(incident -> site.site(), database);
          Schedules with = of(List.of(hourly), database, again)) {
        with.start();
        await(
            () -> {
              with.look("hourly");
              return done(store, "hourly") > 0;
            });
      }
    }
  }

  @Test
  void scheduleThatCannotBeWorkedOff_isTold() throws Exception {
    CsvSite site = CsvSite.in(folder);
    Schedule hourly = schedule("hourly", "0 * * * *", Duration.ofHours(1));
    Logger logger = Logger.getLogger(Schedules.class.getName());
    Told told = new Told();
    logger.addHandler(told);
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(SchedulesTest::noSite, database);
        Schedules schedules = of(List.of(hourly), database, desk)) {
      new ScheduleStore(database, this::now).keep("hourly");
      set("2022-04-13T11:20:00Z");
      schedules.start();
      await(() -> !told.records.isEmpty());
      assertThat(told.records.get(0).getMessage()).contains("hourly");
      assertThat(told.records.get(0).getThrown()).hasStackTraceContaining("no site today");
    } finally {
      logger.removeHandler(told);
    }
  }

  private static Site noSite(Incident incident) {
    throw new IllegalStateException("no site today");
  }

  /** What is logged as severe. */
  private static final class Told extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel() == Level.SEVERE) {
        records.add(logged);
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private Schedules of(List<Schedule> schedules, ResultsDatabase database, RunDesk desk) {
    return new Schedules(
        schedules, new ScheduledRuns("TW", folder.resolve("out")), database, desk, this::now);
  }

  private static long done(ScheduleStore store, String name) {
    return store.windows(name, Optional.empty(), 100).stream()
        .filter(window -> window.state() == WindowState.JUDGED)
        .count();
  }
}
