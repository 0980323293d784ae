package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;
import parcelrecon.job.Site;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.schedule.Cron;
import parcelrecon.schedule.Schedule;
import parcelrecon.schedule.WindowSeries;

/** A schedule of a site whose console was not running for an hour. */
@Timeout(300)
class SchedulePagesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private CalledSite called;
  private ConsoleUnderTest console;

  /** Hourly; a window is due two hours after its end. */
  private record Watched(CalledSite called) implements TaipeiSite {

    @Override
    public Path folder() {
      return called.folder();
    }

    @Override
    public Site site(Incident incident) {
      return called.site(incident);
    }

    @Override
    public List<Schedule> schedules() {
      return List.of(
          new Schedule(
              "hourly",
              "Every <hour>",
              new WindowSeries(Cron.parse("0 * * * *").orElseThrow(), TAIPEI, HOUR),
              HOUR.multipliedBy(2),
              Duration.ofDays(1),
              "en"));
    }
  }

  @BeforeEach
  void start() {
    called = CalledSite.in(folder);
    Instant anHourAgo = Instant.now().minus(HOUR).minusSeconds(1);
    try (ResultsDatabase database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()))) {
      new ScheduleStore(database, InstantSource.fixed(anHourAgo)).keep("hourly");
    }
    console = new ConsoleUnderTest(folder, new Watched(called));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private ScheduleStore store() {
    return new ScheduleStore(console.database(), InstantSource.system());
  }

  @Test
  void schedule_isPausedAndGoesOn_andEverybodySeesByWhom() {
    Browser ops = console.signedIn(Role.OPS);
    String page = "/schedules/hourly";
    ops.post(page + "/pause", Map.of(), ops.csrf(page));

    Browser bpm = console.signedIn(Role.BPM);
    assertThat(bpm.get("/schedules").body())
        .contains("Every &lt;hour&gt;", "paused by ops since", "No window is over yet.");
    assertThat(bpm.get(page).body()).doesNotContain("<button>Go on", "Reconcile the next window");
    assertThat(ops.get(page).body()).contains("Go on").doesNotContain("Reconcile the next window");

    ops.post(page + "/resume", Map.of(), ops.csrf(page));
    assertThat(ops.get(page).body()).contains("Pause").doesNotContain("paused by");
    assertThat(console.audit())
        .anySatisfy(entry -> assertThat(entry).startsWith("ops SCHEDULE_PAUSED"))
        .anySatisfy(entry -> assertThat(entry).startsWith("ops SCHEDULE_RESUMED"));
    assertThat(console.signedIn(Role.ADMIN).get("/audit").body()).contains("Schedule hourly");
  }

  @Test
  void windowThatIsOver_isReconciledAtOnce_whenSomebodyAsks() throws Exception {
    Browser ops = console.signedIn(Role.OPS);
    String page = "/schedules/hourly";
    assertThat(ops.get(page).body()).contains("Reconcile the next window now");

    ops.post(page + "/judge", Map.of(), ops.csrf(page));
    while (store().latest("hourly").filter(last -> last.state() != WindowState.RUNNING).isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(store().latest("hourly").orElseThrow().state()).isEqualTo(WindowState.JUDGED);
    assertThat(ops.get(page).body()).contains("/runs/1", "done");
    assertThat(ops.get("/runs/1").statusCode()).isEqualTo(200);
    assertThat(store().latest("hourly").orElseThrow().affected()).hasValue(0);
    assertThat(ops.get("/").body())
        .doesNotContain("/runs/1")
        .contains("Windows of schedules in which no parcel was affected");
    assertThat(console.audit())
        .anySatisfy(entry -> assertThat(entry).startsWith("ops SCHEDULE_ASKED"));
  }

  @Test
  void health_tellsWhetherWhatIsDueIsDone() throws Exception {
    Browser ops = console.signedIn(Role.OPS);
    assertThat(ops.get("/health").body()).contains("\"schedules\":{\"hourly\":\"on time\"}");

    store().pause("hourly", "olga");
    while (!ops.get("/health").body().contains("\"schedules\":{\"hourly\":\"paused\"}")) {
      Thread.sleep(200);
    }
    assertThat(console.browser().get("/health").body()).doesNotContain("hourly");
  }

  @Test
  void scheduleThatTheSiteDoesNotHave_isNotThere() {
    Browser ops = console.signedIn(Role.OPS);
    assertThat(ops.get("/schedules/daily").statusCode()).isEqualTo(404);
    assertThat(ops.get("/schedules/hourly?before=x").statusCode()).isEqualTo(404);
    assertThat(
            ops.post("/schedules/daily/pause", Map.of(), ops.csrf("/schedules/hourly"))
                .statusCode())
        .isEqualTo(404);
  }
}
