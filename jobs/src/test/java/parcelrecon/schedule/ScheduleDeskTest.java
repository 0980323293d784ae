package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.schedule.ScheduleView.Pace;

class ScheduleDeskTest {

  private static final Schedule HOURLY =
      new Schedule(
          "hourly",
          "",
          new WindowSeries(
              Cron.parse("0 * * * *").orElseThrow(), CsvSite.TAIPEI, Duration.ofHours(1)),
          Duration.ofMinutes(30),
          Duration.ofHours(3),
          "en");

  @TempDir Path folder;

  private Instant now = Instant.parse("2022-04-13T10:20:00Z");
  private ResultsDatabase database;
  private ScheduleDesk desk;

  @BeforeEach
  void open() {
    database = ResultsDatabase.open(CsvSite.in(folder).results());
    desk = new ScheduleDesk(List.of(HOURLY), database, () -> now);
    desk.all(1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Pace paceAt(String time) {
    now = Instant.parse("2022-04-13T" + time + ":00Z");
    return desk.all(1).get(0).pace(now);
  }

  /** The window until 11:00 is due at 11:30. */
  @Test
  void schedule_isLate_whenWhatIsDueWaitsForMoreThanAQuarterOfAnHour() {
    assertThat(paceAt("11:00")).isEqualTo(Pace.ON_TIME);
    assertThat(paceAt("11:45")).isEqualTo(Pace.ON_TIME);
    assertThat(paceAt("11:46")).isEqualTo(Pace.LATE);
    desk.pause("hourly", "olga");
    assertThat(paceAt("11:47")).isEqualTo(Pace.PAUSED);
    desk.goOn("hourly", "olga");
    assertThat(paceAt("11:48")).isEqualTo(Pace.LATE);
  }

  @Test
  void windowThatIsGoingOn_isNotAskedFor() {
    assertThat(desk.ask("hourly", "olga")).isEmpty();
    now = Instant.parse("2022-04-13T11:00:00Z");
    assertThat(desk.ask("hourly", "olga").orElseThrow().to()).isEqualTo("2022-04-13T11:00:00Z");
    assertThat(desk.all(1).get(0).isAskedFor()).isTrue();
  }

  @Test
  void scheduleThatIsNotConfigured_isNotThere() {
    assertThat(desk.find("daily", Optional.empty(), 1)).isEmpty();
    assertThat(desk.ask("daily", "olga")).isEmpty();
  }
}
