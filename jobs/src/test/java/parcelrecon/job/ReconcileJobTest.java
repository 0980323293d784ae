package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.PartitionStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

class ReconcileJobTest {

  private static final String SHOWN_AS_FAILED =
      "P1,COD,1280,O1,,2022-04-13T19:42:30,2022-04-13T19:42:39";
  private static final String FINE = "P2,COD,500,O2,,2022-04-13T19:50:00,2022-04-13T19:50:00.3";
  private static final String PAID = "P2,M1,500,2022-04-13T19:50:10\nZ,M2,1,2022-04-15T10:00:00";

  @TempDir Path folder;

  @Test
  void reconcile_findsTheParcelAndEndsWithDone() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);

    RunOutcome outcome = reconcile(csv);

    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(outcome.outputs().resolve("mismatches.csv")))
        .hasSize(3)
        .anyMatch(row -> row.startsWith("P1,SHOWN_AS_FAILED,COUNTER,CONFIRMED"))
        .anyMatch(row -> row.startsWith("P1,UNCOLLECTED,MONEY,CONFIRMED"));
    assertThat(folder.resolve("work").resolve("run-001")).doesNotExist();
  }

  /** What is written down of a step costs more than a partition of a small run. */
  @Test
  void partitionsOfASmallRun_areMatchedInFourSteps() throws SQLException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    RunOutcome outcome = reconcile(csv);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results());
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet steps =
            statement.executeQuery(
                "select count(*) from batch_step_execution where step_name like 'match-share:%'")) {
      steps.next();
      assertThat(steps.getInt(1)).isEqualTo(4);
      assertThat(new PartitionStore(database).rows(outcome.run())).hasSize(16);
    }
  }

  @Test
  void secondRun_givesTheSameBytes() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    Path first = reconcile(csv).outputs();
    Path second = reconcile(csv).outputs();
    assertThat(second).isNotEqualTo(first);
    for (String file :
        List.of("mismatches.csv", "rejects.csv", "statement.md", "affected-parcels.xlsx")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void oneReceiptForThreeParcels_settlesThem() throws IOException {
    CsvSite csv =
        CsvSite.in(folder)
            .outbounds(
                "A,COD,100,O1,R1,2022-04-13T19:40:00,2022-04-13T19:40:01",
                "B,COD,200,O2,R1,2022-04-13T19:40:00,2022-04-13T19:40:01",
                "C,COD,300,O3,R1,2022-04-13T19:40:00,2022-04-13T19:40:01",
                "D,COD,300,O4,R2,2022-04-13T19:40:00,2022-04-13T19:40:01")
            .payments("A,M1,600,2022-04-13T19:40:10", "Z,M2,5,2022-04-15T19:40:10");
    RunOutcome outcome = reconcile(csv);
    assertThat(Files.readAllLines(outcome.outputs().resolve("mismatches.csv")))
        .filteredOn(row -> row.contains("MONEY"))
        .singleElement()
        .asString()
        .startsWith("D,UNCOLLECTED");
  }

  @Test
  void tooManyRejects_leaveOnlyTheirList() throws IOException {
    String[] rows = new String[102];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "P" + i + ",COD,12x,O" + i + ",,2022-04-13T19:50:00,";
    }
    CsvSite csv = CsvSite.in(folder).outbounds(rows).payments(PAID);

    RunOutcome outcome = reconcile(csv);

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith("outbound: 102 of 102 rows could not be read");
    try (var files = Files.list(outcome.outputs())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("rejects.csv", "rejects.sha256");
    }
    assertThat(Files.readAllLines(outcome.outputs().resolve("rejects.csv"))).hasSize(103);
  }

  /** Else a run would say that it failed, and its list would never be there. */
  @Test
  void tooManyRejects_leaveARunThatCanBeResumed_whileTheirListCannotBeWritten() throws IOException {
    String[] rows = new String[102];
    java.util.Arrays.fill(rows, "P,COD,12x,O,,2022-04-13T19:50:00,");
    CsvSite csv = CsvSite.in(folder).outbounds(rows).payments(PAID);
    Path inTheWay = Files.writeString(folder.resolve("out"), "");
    RunOutcome outcome = reconcile(csv);
    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(ExitCode.UNREACHABLE);
    Files.delete(inTheWay);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome resumed =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(outcome.run());
      assertThat(resumed.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
      assertThat(resumed.outputs().resolve("rejects.csv")).exists();
    }
  }

  @Test
  void splitGivenUpForItsRejects_leavesThoseItKept() throws IOException {
    String[] rows = new String[SplitSink.REJECTS_MAX + 1];
    java.util.Arrays.fill(rows, "P,COD,12x,O,,2022-04-13T19:50:00,");
    CsvSite csv = CsvSite.in(folder).outbounds(rows).payments(PAID);

    RunOutcome outcome = reconcile(csv);

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    assertThat(Files.readAllLines(outcome.outputs().resolve("rejects.csv")))
        .hasSize(1 + SplitSink.REJECTS_MAX);
  }

  @Test
  void stoppedRun_isResumedToTheSameBytes() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    Path whole = reconcile(csv).outputs();
    for (Stage stage : Stage.values()) {
      try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
        RunOutcome stopped = ProgressThatStops.reconcile(csv, database, stage);
        assertThat(stopped.exitCode()).as(stage.text()).isEqualTo(ExitCode.STOPPED);
        assertThat(new RunStore(database).find(stopped.run()).orElseThrow().state())
            .isEqualTo(RunState.INTERRUPTED);
        assertThat(stopped.outputs()).doesNotExist();

        RunOutcome resumed =
            new ReconcileJob(csv.site(), database, Progress.SILENT).resume(stopped.run());
        assertThat(resumed.exitCode()).as(stage + " " + resumed).isEqualTo(ExitCode.DONE);
        assertThat(resumed.outputs().resolve("mismatches.csv"))
            .hasSameBinaryContentAs(whole.resolve("mismatches.csv"));
      }
    }
  }

  @Test
  void finishedRun_endsAsItDid_whenResumed() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    RunOutcome first = reconcile(csv);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome again =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(first.run());
      assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(again.outputs()).isEqualTo(first.outputs());
    }
  }

  /** As a process leaves it that dies, or loses its database, after the last step. */
  @Test
  void runThatDidNotSayThatItIsDone_isEnded_whenResumed() throws Exception {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    RunOutcome first = reconcile(csv);
    try (Connection connection = DriverManager.getConnection(csv.results().url(), "recon", "");
        Statement statement = connection.createStatement()) {
      statement.execute("update run set state = 'RUNNING', exit_code = null, ended_at = null");
    }
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome again =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(first.run());
      assertThat(again.exitCode()).as(again.toString()).isEqualTo(ExitCode.DONE);
      assertThat(new RunStore(database).find(first.run()).orElseThrow().state())
          .isEqualTo(RunState.COMPLETE);
    }
  }

  @Test
  void missingFile_leavesARunThatCanBeResumed() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE);
    RunOutcome outcome = reconcile(csv);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .anyMatch(t -> t.contains("payments.csv"));
    csv.payments(PAID);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome resumed =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(outcome.run());
      assertThat(resumed.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void workFolderThatCannotBeWritten_leavesARunThatCanBeResumed() throws IOException {
    CsvSite csv = CsvSite.in(folder).outbounds(SHOWN_AS_FAILED, FINE).payments(PAID);
    Path inTheWay = Files.createDirectories(csv.site().work()).resolve("run-001");
    Files.writeString(inTheWay, "");
    RunOutcome outcome = reconcile(csv);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .anyMatch(text -> text.startsWith("work folder " + csv.site().work()));
    Files.delete(inTheWay);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome resumed =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(outcome.run());
      assertThat(resumed.exitCode()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void problemsOfAllSources_areToldAtOnce() throws IOException {
    CsvSite csv = CsvSite.in(folder);
    Files.writeString(folder.resolve("outbound.csv"), "parcel_id,requested_at\n");
    Files.writeString(folder.resolve("payments.csv"), "parcel_id,payment_id\n");
    RunOutcome outcome = reconcile(csv);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .anyMatch(text -> text.startsWith("outbound.csv: "))
        .anyMatch(text -> text.startsWith("payments.csv: "));
  }

  @Test
  void configuration_goesBeforeAMissingFile() throws IOException {
    CsvSite csv = CsvSite.in(folder);
    Files.writeString(folder.resolve("payments.csv"), "parcel_id,payment_id\n");
    RunOutcome outcome = reconcile(csv);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .anyMatch(text -> text.startsWith("outbound.csv: "))
        .anyMatch(text -> text.startsWith("payments.csv: "));
  }

  private static RunOutcome reconcile(CsvSite csv) {
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      return new ReconcileJob(csv.site(), database, Progress.SILENT).reconcile(csv.request());
    }
  }
}
