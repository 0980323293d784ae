package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.StoredResults;
import parcelrecon.results.TieOut;

/** Money is tied out to the cent in every run, and a run whose money is not fails. */
class TieOutRunTest {

  @TempDir Path folder;

  /**
   * At a tolerance of 5: NONE was never paid, SHORT lacks 100, OVER has 50 too much, TWICE 300,
   * FINE is right, ALMOST lacks 3, LATE was picked up when payments of an hour later were not known
   * yet, and R1 and R2 are on one receipt that is 1 short.
   */
  private CsvSite site() {
    return CsvSite.in(folder)
        .tolerating("5")
        .outbounds(
            "NONE,COD,1280,O1,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "SHORT,COD,500,O2,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "OVER,COD,500,O3,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "TWICE,COD,300,O4,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "FINE,COD,200,O5,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "ALMOST,COD,100,O6,,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "LATE,COD,70,O7,,2022-04-13T20:21:30,2022-04-13T20:21:31",
            "R1,COD,400,O8,C1,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "R2,COD,600,O9,C1,2022-04-13T19:42:30,2022-04-13T19:42:31",
            "PREPAID,PREPAID,900,O10,,2022-04-13T19:42:30,2022-04-13T19:42:31")
        .payments(
            "SHORT,M1,400,2022-04-13T19:43:00",
            "OVER,M2,550,2022-04-13T19:43:00",
            "TWICE,M3,300,2022-04-13T19:43:00",
            "TWICE,M4,300,2022-04-13T19:43:00",
            "FINE,M5,200,2022-04-13T19:43:00",
            "ALMOST,M6,97,2022-04-13T19:43:00",
            "R1,M7,999,2022-04-13T19:43:00",
            "PREPAID,M8,10,2022-04-13T20:50:00");
  }

  private static final TieOut TIED = new TieOut(1_104_00, 1_380_00, 350_00, 3_00, 70_00, 1_00);

  @Test
  void money_tiesOut_withEveryTerm() throws Exception {
    CsvSite csv = site();
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome outcome =
          new ReconcileJob(csv.site(), database, Progress.SILENT).reconcile(csv.request());
      assertThat(outcome.problems()).isEmpty();
      assertThat(new StoredResults(database, outcome.run()).tieOut().orElseThrow())
          .isEqualTo(Map.of("TWD", TIED));
      assertThat(Files.readString(outcome.outputs().resolve("run.json")))
          .contains("\"dueMinusPaidMinor\": 110400");
    }
  }

  @Test
  void money_tiesOut_whenARunIsStoppedAnywhereAndResumed() {
    CsvSite csv = site();
    for (Stage stage : List.of(Stage.MATCH, Stage.SETTLE, Stage.PUBLISH)) {
      try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
        RunOutcome stopped = ProgressThatStops.reconcile(csv, database, stage);
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
        RunOutcome resumed =
            new ReconcileJob(csv.site(), database, Progress.SILENT).resume(stopped.run());
        assertThat(resumed.problems()).isEmpty();
        assertThat(new StoredResults(database, resumed.run()).tieOut().orElseThrow())
            .isEqualTo(Map.of("TWD", TIED));
      }
    }
  }

  /** Each is what a defect of ours, or somebody's hand in the database, could leave. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from mismatch where kind = 'SHORT_PAID'|110400|128000 - 35000 + 300 + 7000 + 100",
        "update mismatch set to_refund_minor = 2 * to_refund_minor where kind = 'PAID_TWICE'"
            + "|110400|138000 - 65000 + 300 + 7000 + 100",
        "update partition_cod_balance set due_minus_paid_minor = 2 * due_minus_paid_minor"
            + "|220800|138000 - 35000 + 300 + 7000 + 100",
        "delete from partition_cod_balance|0|138000 - 35000 + 0 + 7000 + 100"
      })
  void run_fails_whenMoneyDoesNotTieOut(String damage, String seen, String expected)
      throws Exception {
    CsvSite csv = site();
    long run;
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      run = ProgressThatStops.reconcile(csv, database, Stage.PUBLISH).run();
    }
    damage(csv, damage);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome outcome = new ReconcileJob(csv.site(), database, Progress.SILENT).resume(run);
      assertThat(outcome.exitCode()).isEqualTo(ExitCode.DEFECT);
      assertThat(outcome.problems())
          .extracting(Problem::text)
          .containsExactly(
              "run 1, money in TWD: due − paid of the COD pick-ups do not add up (seen "
                  + seen
                  + ", expected to collect − to refund + within tolerance + not due + settled by"
                  + " receipt = "
                  + expected
                  + "). The run failed and has no outputs. This is a defect of the product: keep"
                  + " the work folder and report it.");
      assertThat(outcome.outputs()).doesNotExist();
    }
  }

  private static void damage(CsvSite csv, String statement) throws Exception {
    try (var connection = DriverManager.getConnection(csv.results().url(), "recon", "");
        var sql = connection.createStatement()) {
      assertThat(sql.executeUpdate(statement)).isPositive();
    }
  }
}
