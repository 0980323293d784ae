package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.telling.KeptTelling;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.tell.Above;
import parcelrecon.tell.Notice;

/** What is to be told of windows as they end. */
class ToldWindowsTest {

  @TempDir Path folder;

  private Instant now;
  private CsvSite site;
  private ResultsDatabase database;
  private RunDesk desk;

  /** One parcel of 500 is paid by nobody, another one is paid and was never picked up. */
  @BeforeEach
  void open() {
    site =
        CsvSite.in(folder)
            .outbounds("P1-SECRET,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P2-SECRET,M2,500,2022-04-13T19:50:10");
    database = ResultsDatabase.open(site.results());
    desk = new RunDesk(incident -> site.site(), database);
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  private static Schedule hourly(Above above, LocalTime... daily) {
    return new Schedule(
        "hourly",
        "Hourly watch",
        new WindowSeries(
            Cron.parse("0 * * * *").orElseThrow(), CsvSite.TAIPEI, Duration.ofHours(1)),
        Duration.ofMinutes(15),
        Duration.ofHours(3),
        "en",
        new Notice(List.of("ops", "finance"), above, List.of(daily).stream().findFirst()));
  }

  private void workAt(Schedule schedule, String time) throws InterruptedException {
    now = Instant.parse("2022-04-13T" + time + ":00Z");
    new DueWindows(
            schedule, new ScheduledRuns("TW", folder.resolve("out")), database, desk, () -> now)
        .work();
  }

  private List<KeptTelling> told() {
    return new TellingStore(database, () -> now).latest("hourly", 100);
  }

  private List<String> keys() {
    return told().stream().map(KeptTelling::key).sorted().toList();
  }

  @Test
  void result_isToldOnceToEach_andAQuietWindowToNobody() throws Exception {
    Schedule schedule = hourly(Above.NOTHING);
    workAt(schedule, "10:20");
    workAt(schedule, "11:15");
    assertThat(told()).isEmpty();

    workAt(schedule, "12:15");
    workAt(schedule, "12:16");
    assertThat(keys())
        .containsExactly(
            "hourly/20220413T120000Z/2/result/finance", "hourly/20220413T120000Z/2/result/ops");
    Message message = told().get(0).message();
    assertThat(message.occasion()).isEqualTo(Occasion.RESULT);
    assertThat(message.run().orElseThrow().incident()).isEqualTo("hourly-20220413T1900");
    assertThat(message.run().orElseThrow().found().orElseThrow().affected()).isEqualTo(2);
    assertThat(message.toString()).doesNotContain("SECRET");
  }

  /** Money at stake is 500: 50,000 of the smallest unit. */
  @Test
  void result_isToldAboveItsThresholdsOnly() throws Exception {
    Schedule all = hourly(new Above(OptionalLong.of(2), Map.of("TWD", 50_000L), Map.of()));
    workAt(all, "11:20");
    workAt(all, "12:15");
    assertThat(told()).isEmpty();
    RunRow run = new RunStore(database).find(1).orElseThrow();
    Above less = new Above(OptionalLong.empty(), Map.of("TWD", 49_999L), Map.of());
    assertThat(hourly(less).tellings(database, () -> now).ofRun(run)).hasSize(2);
  }

  @Test
  void incompleteCoverage_isTold_thoughNothingIsAboveAThreshold() throws Exception {
    Schedule much = hourly(new Above(OptionalLong.of(100), Map.of(), Map.of()));
    workAt(much, "11:20");
    Path payments = folder.resolve("payments.csv");
    Files.writeString(payments, Files.readString(payments) + "P3,M3,\"50");
    workAt(much, "12:15");
    assertThat(told())
        .extracting(told -> told.message().occasion())
        .containsOnly(Occasion.INCOMPLETE);
    assertThat(told().get(0).message().run().orElseThrow().found().orElseThrow().lacking())
        .hasSize(1);
  }

  @Test
  void windowsMissed_andRunsThatFail_areTold() throws Exception {
    Schedule schedule = hourly(Above.NOTHING);
    workAt(schedule, "10:20");
    Files.delete(folder.resolve("outbound.csv"));
    workAt(schedule, "11:20");
    assertThat(told()).isEmpty();

    workAt(schedule, "16:30");
    assertThat(keys())
        .contains(
            "hourly/20220413T110000Z/1/failed/ops",
            "hourly/20220413T120000Z/-/missed/finance",
            "hourly/20220413T120000Z/-/missed/ops")
        .hasSize(4);
    Message missed =
        told().stream()
            .map(KeptTelling::message)
            .filter(message -> message.occasion() == Occasion.MISSED)
            .findFirst()
            .orElseThrow();
    assertThat(missed.tally().orElseThrow().missed()).isEqualTo(2);
    assertThat(missed.from()).isEqualTo("2022-04-13T11:00:00Z");
    assertThat(missed.to()).isEqualTo("2022-04-13T13:00:00Z");
  }

  @Test
  void day_isToldOnce_fromTheLastTimeOn() throws Exception {
    Schedule schedule = hourly(Above.NOTHING, LocalTime.of(20, 30));
    workAt(schedule, "10:20");
    workAt(schedule, "11:15");
    workAt(schedule, "12:15");
    tellDay(schedule, "12:29");
    assertThat(told()).hasSize(2);
    tellDay(schedule, "12:30");
    tellDay(schedule, "12:31");
    Optional<Message> daily =
        told().stream()
            .map(KeptTelling::message)
            .filter(message -> message.occasion() == Occasion.DAILY)
            .findFirst();
    assertThat(told()).hasSize(4);
    assertThat(daily.orElseThrow().tally()).contains(new Message.Tally(2, 2, 0, 0));
    assertThat(daily.get().from()).isEqualTo("2022-04-13T10:20:00Z");
    assertThat(daily.get().to()).isEqualTo("2022-04-13T12:30:00Z");
  }

  private void tellDay(Schedule schedule, String time) {
    now = Instant.parse("2022-04-13T" + time + ":00Z");
    schedule.tellings(database, () -> now).tellDay();
  }

  @Test
  void nothingIsKept_whenNobodyIsTold() throws Exception {
    Schedule quiet =
        new Schedule(
            "hourly",
            "",
            new WindowSeries(
                Cron.parse("0 * * * *").orElseThrow(), CsvSite.TAIPEI, Duration.ofHours(1)),
            Duration.ofMinutes(15),
            Duration.ofHours(3),
            "en");
    workAt(quiet, "10:20");
    workAt(quiet, "16:30");
    assertThat(told()).isEmpty();
  }
}
