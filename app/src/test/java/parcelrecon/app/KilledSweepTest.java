package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.SiteFolder;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.report.file.Sha256;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.audit.AuditFilter;
import parcelrecon.results.audit.AuditLog;

/**
 * A process that is killed while it removes what is old, between the database and the last file.
 */
@Timeout(120)
class KilledSweepTest {

  private static final Instant THEN = Instant.parse("2022-04-13T12:00:00Z");
  private static final int SCRIPTS = 600;

  /** So long takes the hash of each that there is time to kill. */
  private static final int SCRIPT_BYTES = 256 * 1024;

  @TempDir Path folder;

  private String config;
  private Path outputs;

  @BeforeEach
  void oldRun() throws IOException {
    config =
        new SiteFolder(folder)
            .with(
                "recon.yaml",
                SiteFolder.SMALLEST
                    + "results: { url: \"jdbc:h2:file:./results\" }\n"
                    + "retention: { runs: 30d, outputs: 30d }\n")
            .path("recon.yaml")
            .toString();
    try (ResultsDatabase database = results()) {
      RunStore runs = new RunStore(database);
      long run =
          runs.begin(
              new Incident(
                  "kafka",
                  "",
                  "TW",
                  new Window(THEN.minusSeconds(3_600), THEN, ZoneOffset.UTC),
                  Incident.Times.UNKNOWN,
                  List.of(),
                  List.of()),
              THEN,
              new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false),
              new RunRow.Configuration("abc", "0.1.0", List.of()),
              THEN);
      runs.end(run, RunState.FAILED, 5, THEN);
    }
    outputs = folder.resolve("out/kafka/run-001");
    write();
  }

  private ResultsDatabase results() {
    return ResultsDatabase.open(
        new ResultsSettings(
            "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
  }

  private void write() throws IOException {
    Files.createDirectories(outputs.resolve("datafix"));
    StringBuilder ledger = new StringBuilder("{\"outputs\": [");
    byte[] script = new byte[SCRIPT_BYTES];
    for (int i = 1; i <= SCRIPTS; i++) {
      Path file = outputs.resolve(script(i));
      Files.write(file, script);
      ledger.append(
          "{\"file\": \"%s\", \"sha256\": \"%s\"},".formatted(script(i), Sha256.of(file)));
    }
    ledger.setLength(ledger.length() - 1);
    Path runJson = outputs.resolve("run.json");
    Files.writeString(runJson, ledger + "]}");
    Files.setLastModifiedTime(runJson, FileTime.from(THEN));
  }

  private static String script(int number) {
    return String.format(Locale.ROOT, "datafix/%03d-revert.sql", number);
  }

  private Process sweep() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "parcelrecon.app.Main",
            "retention",
            "-c",
            config,
            "--json")
        .redirectOutput(folder.resolve("said").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private long filesLeft() throws IOException {
    try (Stream<Path> files = Files.walk(outputs)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private List<String> audit() {
    try (ResultsDatabase database = results()) {
      assertThat(new RunStore(database).find(1).orElseThrow().removedAt()).isPresent();
      return new AuditLog(database)
          .before(Long.MAX_VALUE, AuditFilter.ALL, 100).stream()
              .map(entry -> entry.action().toString())
              .toList();
    }
  }

  @Test
  void sweep_isEndedByTheNext_whenItsProcessIsKilledAmongTheFiles() throws Exception {
    Process killed = sweep();
    while (Files.exists(outputs.resolve(script(1))) && killed.isAlive()) {
      killed.waitFor(1, TimeUnit.MILLISECONDS);
    }
    killed.destroyForcibly().waitFor();
    assertThat(filesLeft()).isBetween(2L, (long) SCRIPTS);
    assertThat(outputs.resolve("run.json")).exists();
    assertThat(audit()).containsExactly("OUTPUTS_REMOVED", "RUN_REMOVED");

    assertThat(sweep().waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(Files.readString(folder.resolve("said")))
        .containsPattern("\"outputs\": \\[\\s*1\\s*]");
    assertThat(outputs).doesNotExist();
    assertThat(audit()).containsExactly("OUTPUTS_REMOVED", "OUTPUTS_REMOVED", "RUN_REMOVED");
  }
}
