package parcelrecon.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import parcelrecon.results.retention.Stay;

/** A sweep over runs, files and work folders as they lie on a disk. */
class SweepTest {

  private static final Instant THEN = Instant.parse("2022-04-13T12:00:00Z");
  private static final Instant NOW = THEN.plus(Duration.ofDays(100));
  private static final Window WINDOW = new Window(THEN.minusSeconds(3_600), THEN, ZoneOffset.UTC);

  @TempDir private Path folder;
  private ResultsDatabase database;
  private RunStore runs;

  @BeforeEach
  void open() {
    database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
    runs = new RunStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Sweep sweep(String runs, String outputs) {
    return new Sweep(
        new Retention(
            Optional.ofNullable(runs).map(Duration::parse),
            Optional.ofNullable(outputs).map(Duration::parse),
            Duration.ofDays(7)),
        folder.resolve("work"),
        database,
        InstantSource.fixed(NOW),
        "tester");
  }

  private long run(String incident) {
    return runs.begin(
        new Incident(incident, "", "TW", WINDOW, Incident.Times.UNKNOWN, List.of(), List.of()),
        THEN,
        new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false),
        new RunRow.Configuration("abc", "0.1.0", List.of()),
        THEN);
  }

  private long ended(String incident) {
    long run = run(incident);
    runs.end(run, RunState.FAILED, 5, THEN);
    return run;
  }

  private Path outputs(String incident, long run, Instant at) throws IOException {
    Path outputs = folder.resolve("out/" + incident + "/run-%03d".formatted(run));
    Files.createDirectories(outputs.resolve("datafix"));
    Files.createDirectories(outputs.resolve("packages/package-001-approved"));
    Files.writeString(outputs.resolve("packages/package-001-approved/manifest.json"), "evidence");
    StringBuilder ledger = new StringBuilder("{\"outputs\": [");
    for (String name :
        List.of("mismatches.csv", "affected-parcels.xlsx", "datafix/tasks.csv", "../other.txt")) {
      Path file = outputs.resolve(name);
      Files.writeString(file, name);
      ledger.append("{\"file\": \"%s\", \"sha256\": \"%s\"},".formatted(name, Sha256.of(file)));
    }
    ledger.setLength(ledger.length() - 1);
    Files.writeString(outputs.resolve("run.json"), ledger + "]}");
    Files.setLastModifiedTime(outputs.resolve("run.json"), FileTime.from(at));
    return outputs;
  }

  private static List<String> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> audit() {
    return new AuditLog(database)
        .before(Long.MAX_VALUE, AuditFilter.ALL, 100).stream()
            .map(
                entry ->
                    String.join(
                        " ", entry.actor(), entry.action(), entry.subject(), entry.detail()))
            .toList();
  }

  @Test
  void outputsGo_butWhatPeopleAndPackagesNeedStays() throws IOException {
    long run = ended("kafka");
    Path outputs = outputs("kafka", run, THEN);
    Files.writeString(outputs.resolve("affected-parcels.xlsx"), "filled in by a caller");
    Files.writeString(outputs.resolve("notes.txt"), "mine");

    assertThat(sweep(null, "P90D").look().outputs()).containsExactly(run);
    assertThat(below(outputs)).hasSize(6);
    Swept swept = sweep(null, "P90D").sweep();

    assertThat(swept.outputs()).containsExactly(run);
    assertThat(swept.changedFiles()).isEqualTo(1);
    assertThat(below(outputs))
        .containsExactly(
            "affected-parcels.xlsx", "notes.txt", "packages/package-001-approved/manifest.json");
    assertThat(outputs.resolve("datafix")).doesNotExist();
    assertThat(outputs.getParent().resolve("other.txt")).exists();
    assertThat(audit())
        .containsExactly(
            "tester OUTPUTS_REMOVED run 1 {\"incident\":\"kafka\",\"reason\":\"older than 90d\"}");
    assertThat(sweep(null, "P90D").sweep().outputs()).isEmpty();
    assertThat(audit()).hasSize(1);
  }

  @Test
  void outputsStay_whileTheyOrTheirRunAreYoung_andForEverWhereNothingIsSaid() throws IOException {
    long run = ended("kafka");
    Path outputs = outputs("kafka", run, NOW.minus(Duration.ofDays(89)));
    assertThat(sweep(null, "P90D").sweep().outputs()).as("made again").isEmpty();
    Files.setLastModifiedTime(outputs.resolve("run.json"), FileTime.from(THEN));
    assertThat(sweep(null, "P101D").sweep().outputs()).isEmpty();
    assertThat(sweep("P1D", null).sweep().outputs()).isEmpty();
    assertThat(below(outputs)).hasSize(5);
  }

  @Test
  void noLinkIsFollowed_andNoRunWithoutLedgerIsTouched() throws IOException {
    Path elsewhere = outputs("elsewhere", 9, THEN);
    Path out = Files.createDirectories(folder.resolve("out/linked"));
    long linked = ended("linked");
    Files.createSymbolicLink(out.resolve("run-%03d".formatted(linked)), elsewhere);
    long incident = ended("incident");
    Files.createSymbolicLink(folder.resolve("out/incident"), elsewhere.getParent());
    Files.move(elsewhere, elsewhere.resolveSibling("run-%03d".formatted(incident)));
    long bare = ended("bare");
    Path without = outputs("bare", bare, THEN);
    Files.delete(without.resolve("run.json"));

    assertThat(sweep(null, "P90D").sweep().outputs()).isEmpty();
    assertThat(below(elsewhere.resolveSibling("run-%03d".formatted(incident)))).hasSize(5);
    assertThat(below(without)).hasSize(4);
  }

  @Test
  void rejectsOfARunThatFailed_go_unlessSomebodyHasChangedThem() throws IOException {
    Path untouched = rejects("untouched", ended("untouched"));
    Path changed = rejects("changed", ended("changed"));
    Files.writeString(changed.resolve("rejects.csv"), "looked through");

    assertThat(sweep(null, "P101D").sweep().outputs()).isEmpty();
    Swept swept = sweep(null, "P90D").sweep();
    assertThat(swept.outputs()).containsExactly(1L, 2L);
    assertThat(swept.changedFiles()).isEqualTo(1);
    assertThat(untouched).doesNotExist();
    assertThat(below(changed)).containsExactly("rejects.csv");
    assertThat(sweep(null, "P90D").sweep().outputs()).isEmpty();
  }

  private Path rejects(String incident, long run) throws IOException {
    Path outputs =
        Files.createDirectories(folder.resolve("out/" + incident + "/run-%03d".formatted(run)));
    Path rejects = Files.writeString(outputs.resolve("rejects.csv"), "a row nobody could read");
    Path ledger = outputs.resolve("rejects.sha256");
    Files.writeString(ledger, Sha256.of(rejects) + "  rejects.csv\n");
    Files.setLastModifiedTime(ledger, FileTime.from(THEN));
    return outputs;
  }

  @Test
  void whatAKilledProcessLeftHalfWritten_goes_onceItIsOld() throws IOException {
    long run = run("kafka");
    runs.changeState(run, RunState.INTERRUPTED);
    Path outputs = folder.resolve("out/kafka/run-001");
    Path half = outputs.resolve(".parts/datafix/001-revert.sql");
    Files.createDirectories(half.getParent());
    Files.writeString(half, "upd");
    assertThat(sweep(null, "P90D").sweep().outputs()).as("written just now").isEmpty();
    for (Path path : List.of(half, half.getParent(), outputs.resolve(".parts"))) {
      Files.setLastModifiedTime(path, FileTime.from(THEN));
    }
    assertThat(sweep(null, "P90D").look().outputs()).containsExactly(run);
    assertThat(half).exists();
    assertThat(sweep(null, "P90D").sweep().outputs()).containsExactly(run);
    assertThat(outputs).doesNotExist();
  }

  /** Its ledger goes last: whoever comes next finds the rest. */
  @Test
  void sweepGoesOn_whereOneWasKilledAmongFiles_andTellsWhatCannotBeDeleted() throws IOException {
    long run = ended("kafka");
    Path outputs = outputs("kafka", run, THEN);
    Files.delete(outputs.resolve("mismatches.csv"));
    long unreadable = ended("torn");
    Path torn = outputs("torn", unreadable, THEN);
    Files.writeString(torn.resolve("run.json"), "{torn");
    Files.setLastModifiedTime(torn.resolve("run.json"), FileTime.from(THEN));

    Swept swept = sweep(null, "P90D").sweep();
    assertThat(swept.outputs()).containsExactly(run);
    assertThat(swept.failures()).singleElement().asString().contains("run 2", "cannot be read");
    assertThat(below(outputs)).containsExactly("packages/package-001-approved/manifest.json");
    assertThat(below(torn)).hasSize(5);
  }

  @Test
  void workFoldersGo_ofRunsThatNobodyWorksOn() throws IOException {
    long ended = ended("ended");
    long interrupted = run("interrupted");
    runs.changeState(interrupted, RunState.INTERRUPTED);
    long atWork = run("at-work");
    long young = ended("young");
    for (long run : new long[] {ended, interrupted, atWork, young, 77}) {
      spill(run, run == young ? NOW : THEN);
    }
    assertThat(sweep(null, null).look().spill()).contains(ended, interrupted).doesNotContain(young);
    assertThat(sweep(null, null).sweep().spill()).containsExactly(ended, interrupted);
    try (Stream<Path> left = Files.list(folder.resolve("work"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("run-003", "run-004", "run-077");
    }
  }

  private void spill(long run, Instant at) throws IOException {
    Path work = folder.resolve("work/run-%03d".formatted(run));
    Path file = work.resolve("extract/outbound-0.spill");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "spill");
    for (Path path : List.of(file, file.getParent(), work)) {
      Files.setLastModifiedTime(path, FileTime.from(at));
    }
  }

  @Test
  void runsGo_withTheirReasonInTheAudit_andOthersAreCounted() {
    long old = ended("old");
    run("at-work");
    Swept looked = sweep("P30D", null).look();
    assertThat(looked.runs()).containsExactly(old);
    assertThat(looked.runsStaying()).containsEntry(Stay.IN_HAND, 1L).containsEntry(Stay.OPEN, 0L);
    assertThat(audit()).isEmpty();
    assertThat(sweep("P30D", null).sweep().runs()).containsExactly(old);
    assertThat(runs.find(old).orElseThrow().removedAt()).contains(NOW);
    assertThat(audit())
        .containsExactly(
            "tester RUN_REMOVED run 1 {\"incident\":\"old\",\"reason\":\"older than 30d\"}");
    assertThat(sweep("P30D", null).sweep().runs()).isEmpty();
  }
}
