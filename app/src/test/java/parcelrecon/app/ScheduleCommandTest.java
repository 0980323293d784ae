package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.schedule.ScheduleStore;

/** Schedules are seen and steered from the command line. */
class ScheduleCommandTest {

  @TempDir Path folder;
  private String url;

  @BeforeEach
  void site() throws IOException {
    url = "jdbc:h2:file:" + folder.resolve("results");
    Files.writeString(folder.resolve("o.csv"), "");
    write("schedules: [ { name: hourly, cron: \"0 * * * *\", window: 1h, settle: 3h } ]\n");
  }

  private void write(String schedules) throws IOException {
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        results: { url: "%s" }
        sources:
          outbound:
            csv: { files: o.csv }
        %s"""
            .formatted(url, schedules));
  }

  private CommandLineRun schedule(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("schedule", "-c", folder.resolve("recon.yaml").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  private void known(Duration ago) {
    try (ResultsDatabase database =
        ResultsDatabase.open(new ResultsSettings(url, Optional.empty(), Optional.empty()))) {
      new ScheduleStore(database, InstantSource.fixed(Instant.now().minus(ago))).keep("hourly");
    }
  }

  @Test
  void schedule_isShown_withTheWindowThatComesNext() {
    CommandLineRun run = schedule();
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).startsWith("hourly (Asia/Taipei)\n  next    ").contains(", due at ");
    assertThat(schedule("--json").out())
        .contains("\"name\": \"hourly\"", "\"paused\": null", "\"windows\": []");
  }

  @Test
  void schedule_isPausedAndGoesOn() {
    assertThat(schedule("--pause", "hourly", "--by", "olga").out()).contains("paused by olga at ");
    assertThat(schedule().out()).contains("paused by olga at ");
    assertThat(schedule("--resume", "hourly").out()).doesNotContain("paused");
  }

  @Test
  void windowThatHasNotEnded_isNotHurried() {
    CommandLineRun run = schedule("--judge", "hourly");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("schedule hourly: its next window ends at ");
  }

  @Test
  void windowThatIsOver_isHurried() {
    known(Duration.ofMinutes(61));
    assertThat(schedule("--judge", "hourly").out()).contains(", at once\n");
  }

  @Test
  void scheduleThatIsNotThere_isRefused_withThoseThatAre() throws IOException {
    CommandLineRun run = schedule("--pause", "daily");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("schedule daily: is not there, expected one of hourly.");

    write("");
    assertThat(schedule("--pause", "daily").err()).contains("the configuration has no schedule");
    assertThat(schedule().out()).isEqualTo("The configuration has no schedule.\n");
  }

  @Test
  void twoActsAtOnce_areRefused() {
    CommandLineRun run = schedule("--pause", "hourly", "--resume", "hourly");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "./run.sh schedule: --pause=NAME, --resume=NAME exclude each other. Nothing was"
                + " started. See ./run.sh schedule --help.\n");
  }

  @Test
  void actOfNobody_isRefused() {
    for (String by : List.of(" ", "two\nlines", "x".repeat(101))) {
      CommandLineRun run = schedule("--pause", "hourly", "--by", by);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("--by: is no name, expected 1 to 100 characters");
    }
    assertThat(schedule().out()).doesNotContain("paused");
  }
}
