package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

/** Runs that are in the results database already, as commands show and treat them. */
class KeptRunsTest {

  private static final Instant NOW = Instant.parse("2022-04-16T04:00:00Z");

  @TempDir Path folder;
  private String config;

  @BeforeEach
  void runs() {
    SiteFolder site = new SiteFolder(folder).with("recon.yaml", SiteFolder.SMALLEST);
    config = site.path("recon.yaml").toString();
    try (ResultsDatabase database = open()) {
      RunStore runs = new RunStore(database);
      begin(runs, "2022-04-13-kafka", window("2022-04-13T12:22:00Z"));
      begin(runs, "all-of-it", Window.all(ZoneId.of("Asia/Taipei")));
      runs.end(2, RunState.FAILED, 5, NOW.plusSeconds(60));
    }
  }

  private ResultsDatabase open() {
    return ResultsDatabase.open(
        new ResultsSettings(
            "jdbc:h2:file:" + folder.resolve("data/results"), Optional.empty(), Optional.empty()));
  }

  private static Window window(String to) {
    return new Window(
        Instant.parse("2022-04-13T11:33:00Z"), Instant.parse(to), ZoneId.of("Asia/Taipei"));
  }

  private void begin(RunStore runs, String id, Window window) {
    runs.begin(
        new Incident(id, "出庫", "TW", window, Incident.Times.UNKNOWN, List.of(), List.of()),
        NOW,
        new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false),
        new RunRow.Configuration("abc", "0.1.0", List.of()),
        NOW);
  }

  @Test
  void runsJson_hasARunsWindowAndState_whenItWasLeftRunning() {
    CommandLineRun run = CommandLineRun.of("runs", "-c", config, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().replaceAll("\\s", ""))
        .startsWith(
            "{\"runs\":[{\"run\":1,\"incident\":\"2022-04-13-kafka\",\"title\":\"出庫\","
                + "\"window\":{\"from\":\"2022-04-13T11:33:00.000Z\","
                + "\"to\":\"2022-04-13T12:22:00.000Z\",\"zone\":\"Asia/Taipei\"},"
                + "\"asOf\":\"2022-04-16T04:00:00.000Z\",\"state\":\"INTERRUPTED\",\"exitCode\":null,")
        .contains("},{\"run\":2,\"incident\":\"all-of-it\"")
        .contains("\"state\":\"FAILED\",\"exitCode\":5,\"startedAt\":\"2022-04-16T04:00:00.000Z\"");
  }

  @Test
  void runs_areATable_whenAPersonAsks() {
    CommandLineRun run = CommandLineRun.of("runs", "-c", config);
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(" RUN  STATE        WINDOW"),
            line ->
                assertThat(line)
                    .startsWith("   1  INTERRUPTED  2022-04-13 19:33 - 20:22 ")
                    .endsWith("-  2022-04-13-kafka (出庫)"),
            line -> assertThat(line).startsWith("   2  FAILED       all "));
  }

  @Test
  void report_isRefused_whenTheRunHasNoResults() {
    CommandLineRun interrupted = CommandLineRun.of("report", "-c", config, "1");
    assertThat(interrupted.exitCode()).isEqualTo(2);
    assertThat(interrupted.messages())
        .containsExactly(
            "run 1: is INTERRUPTED and has no results, expected COMPLETE or INCOMPLETE. Nothing was"
                + " done. Finish it with ./run.sh resume -c "
                + config
                + " 1.");
    assertThat(CommandLineRun.of("report", "-c", config, "2").err()).contains("Reconcile again");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void runs_areListedInParts_andTellThatThereAreEarlierOnes() {
    CommandLineRun last = CommandLineRun.of("runs", "-c", config, "--last", "1");
    assertThat(last.out()).contains("   2  FAILED").doesNotContain("INTERRUPTED");
    assertThat(last.out()).endsWith("There are earlier runs: --before 2\n");
    CommandLineRun before =
        CommandLineRun.of("runs", "-c", config, "--last", "1", "--before", "2", "--json");
    assertThat(before.out()).contains("\"run\": 1,", "\"earlier\": false");
    assertThat(CommandLineRun.of("runs", "-c", config, "--last", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void retention_looksFirst_thenRemoves_andARemovedRunIsTold() throws IOException {
    Files.writeString(
        folder.resolve("recon.yaml"),
        Files.readString(folder.resolve("recon.yaml"))
            + "\nretention: { runs: 400d, outputs: 90d }\n");
    CommandLineRun dry = CommandLineRun.of("retention", "-c", config, "--dry-run");
    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out()).contains("Would go: what was found by 2 runs (1, 2)");
    CommandLineRun json = CommandLineRun.of("retention", "-c", config, "--json", "--by", "alice");
    assertThat(json.out()).contains("\"dryRun\": false", "\"referredTo\": 0", "\"failures\": []");
    CommandLineRun report = CommandLineRun.of("report", "-c", config, "2");
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.err())
        .contains(
            "run 2: what it found was removed at 20", "as retention has it. Nothing was done.");
    CommandLineRun resumed = CommandLineRun.of("resume", "-c", config, "1");
    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).startsWith("run 1: what it found was removed at 20");
    assertThat(CommandLineRun.of("runs", "-c", config, "--json").out())
        .contains("\"state\": \"FAILED\"", "\"removedAt\": \"20");
    assertThat(CommandLineRun.of("retention", "-c", config).out())
        .contains("Removed: what was found by no run");
  }
}
