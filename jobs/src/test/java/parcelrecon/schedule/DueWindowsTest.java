package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.job.Site;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.schedule.ScheduleView.Pace;

class DueWindowsTest {

  private static final Instant BEGIN = Instant.parse("2022-04-13T10:20:00Z");
  private static final Schedule HOURLY =
      new Schedule(
          "hourly",
          "Hourly watch",
          new WindowSeries(
              Cron.parse("0 * * * *").orElseThrow(), CsvSite.TAIPEI, Duration.ofHours(1)),
          Duration.ofMinutes(15),
          Duration.ofHours(3),
          "en");

  @TempDir Path folder;

  private Instant now = BEGIN;
  private CsvSite site;
  private ResultsDatabase database;
  private RunDesk desk;

  @BeforeEach
  void open() {
    site =
        CsvSite.in(folder)
            .outbounds("P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P2,M2,500,2022-04-13T19:50:10");
    database = ResultsDatabase.open(site.results());
    desk = new RunDesk(incident -> site.site(), database);
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  private DueWindows due() {
    return new DueWindows(
        HOURLY, new ScheduledRuns("TW", folder.resolve("out")), database, desk, () -> now);
  }

  private Instant workAt(String time) throws InterruptedException {
    now = Instant.parse("2022-04-13T" + time + ":00Z");
    return due().work();
  }

  private ScheduleStore store() {
    return new ScheduleStore(database, () -> now);
  }

  private List<String> windows() {
    return store().windows("hourly", Optional.empty(), 100).stream()
        .map(
            window ->
                window.from().toString().substring(11, 16)
                    + "-"
                    + window.to().toString().substring(11, 16)
                    + " "
                    + window.state())
        .toList();
  }

  private Pace pace() {
    return new ScheduleDesk(List.of(HOURLY), database, () -> now).all(1).get(0).pace(now);
  }

  private List<RunRow> runs() {
    List<RunRow> runs =
        new ArrayList<>(
            new RunList(database).newest(RunList.END, 100).stream().map(CountedRun::row).toList());
    Collections.reverse(runs);
    return runs;
  }

  @Test
  void window_isJudgedOnce_afterItHasSettled() throws Exception {
    assertThat(workAt("10:20")).isEqualTo("2022-04-13T11:15:00Z");
    assertThat(workAt("11:14")).isEqualTo("2022-04-13T11:15:00Z");
    assertThat(windows()).isEmpty();

    assertThat(workAt("11:15")).isEqualTo("2022-04-13T12:15:00Z");
    assertThat(workAt("11:16")).isEqualTo("2022-04-13T12:15:00Z");
    assertThat(windows()).containsExactly("10:00-11:00 JUDGED");
    RunRow run = runs().get(0);
    assertThat(runs()).hasSize(1);
    assertThat(run.incident().id()).isEqualTo("hourly-20220413T1800");
    assertThat(run.asOf()).isEqualTo("2022-04-13T11:15:00Z");
    assertThat(new RunList(database).ofInterest(RunList.END, 100)).isEmpty();

    workAt("12:15");
    assertThat(store().latest("hourly").orElseThrow().affected()).hasValue(2);
    assertThat(new RunList(database).ofInterest(RunList.END, 100))
        .extracting(each -> each.row().run())
        .containsExactly(2L);
  }

  @Test
  void windowsMissed_areCaughtUpInOrder_andTheTooOldToldAsMissed() throws Exception {
    workAt("10:20");
    assertThat(workAt("16:30")).isEqualTo("2022-04-13T17:15:00Z");
    assertThat(windows())
        .containsExactly(
            "15:00-16:00 JUDGED",
            "14:00-15:00 JUDGED",
            "13:00-14:00 JUDGED",
            "12:00-13:00 MISSED",
            "11:00-12:00 MISSED",
            "10:00-11:00 MISSED");
    assertThat(runs())
        .extracting(run -> run.incident().window().from())
        .extracting(Instant::toString)
        .containsExactly("2022-04-13T13:00:00Z", "2022-04-13T14:00:00Z", "2022-04-13T15:00:00Z");
  }

  @Test
  void clockSetBack_judgesNothingTwice() throws Exception {
    workAt("10:20");
    workAt("12:20");
    assertThat(workAt("10:30")).isEqualTo("2022-04-13T13:15:00Z");
    assertThat(windows()).containsExactly("11:00-12:00 JUDGED", "10:00-11:00 JUDGED");
    assertThat(runs()).hasSize(2);
  }

  @Test
  void pausedSchedule_beginsNothing_andCatchesUpWhenItGoesOn() throws Exception {
    workAt("10:20");
    store().pause("hourly", "olga");
    workAt("12:20");
    assertThat(windows()).isEmpty();

    store().goOn("hourly");
    workAt("12:21");
    assertThat(windows()).containsExactly("11:00-12:00 JUDGED", "10:00-11:00 JUDGED");
  }

  @Test
  void windowAskedFor_isJudgedBeforeItIsDue_asOfThen() throws Exception {
    workAt("10:20");
    now = Instant.parse("2022-04-13T11:02:00Z");
    store().ask("hourly", HOURLY.windows().after(BEGIN).orElseThrow());

    assertThat(workAt("11:03")).isEqualTo("2022-04-13T12:15:00Z");
    assertThat(windows()).containsExactly("10:00-11:00 JUDGED");
    assertThat(runs().get(0).asOf()).isEqualTo("2022-04-13T11:03:00Z");
  }

  @Test
  void sourceThatIsAway_isTriedAgain_andGivenUpWhenItIsTooLate() throws Exception {
    workAt("10:20");
    Path outbound = folder.resolve("outbound.csv");
    byte[] rows = Files.readAllBytes(outbound);
    Files.delete(outbound);
    assertThat(workAt("11:20")).isEqualTo("2022-04-13T11:21:00Z");
    assertThat(windows()).containsExactly("10:00-11:00 RUNNING");
    assertThat(workAt("11:21")).isEqualTo("2022-04-13T11:22:00Z");
    assertThat(pace()).isEqualTo(Pace.ON_TIME);
    workAt("11:31");
    assertThat(pace()).isEqualTo(Pace.LATE);

    Files.write(outbound, rows);
    workAt("11:32");
    assertThat(windows()).containsExactly("10:00-11:00 JUDGED");
    assertThat(runs()).hasSize(1);

    Files.delete(outbound);
    workAt("12:20");
    workAt("15:16");
    ScheduledWindow failed =
        store().windows("hourly", Optional.empty(), 9).stream()
            .filter(window -> window.to().equals(Instant.parse("2022-04-13T12:00:00Z")))
            .findFirst()
            .orElseThrow();
    assertThat(failed.state()).isEqualTo(WindowState.FAILED);
  }

  @Test
  void runThatBeganUnderAnotherConfiguration_isBegunAgain() throws Exception {
    workAt("10:20");
    Path outbound = folder.resolve("outbound.csv");
    byte[] rows = Files.readAllBytes(outbound);
    Files.delete(outbound);
    workAt("11:20");
    desk.close();
    Files.write(outbound, rows);
    desk = new RunDesk(incident -> otherwise(site.site()), database);

    workAt("11:25");
    assertThat(windows()).containsExactly("10:00-11:00 JUDGED");
    assertThat(runs()).hasSize(2);
    assertThat(store().latest("hourly").orElseThrow().run()).hasValue(2);
    assertThat(runs()).extracting(RunRow::asOf).containsOnly(Instant.parse("2022-04-13T11:15:00Z"));
  }

  private static Site otherwise(Site site) {
    return new Site(
        site.sources(),
        site.events(),
        site.rules(),
        site.rejects(),
        site.datafix(),
        site.work(),
        new RunRow.Configuration("1".repeat(64), "test", List.of()));
  }
}
