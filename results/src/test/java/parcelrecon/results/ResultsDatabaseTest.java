package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Reject;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

class ResultsDatabaseTest {

  @TempDir Path folder;

  @Test
  void results_areThere_whenOpenedAgain() {
    long run;
    try (ResultsDatabase database = Runs.open(folder)) {
      run = Runs.begin(database);
    }
    try (ResultsDatabase database = Runs.open(folder)) {
      assertThat(new RunStore(database).find(run)).isPresent();
    }
  }

  @Test
  void database_staysClosed_whenClosedTwice() {
    ResultsDatabase database = Runs.open(folder);
    database.close();
    database.close();
    assertThat(folder.resolve("results.mv.db")).isRegularFile();
    assertThat(folder.resolve("results.lock.db")).doesNotExist();
  }

  @Test
  void open_tellsProblem_whenPasswordIsAnother() {
    Runs.open(folder).close();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                ResultsDatabase.open(
                    new ResultsSettings(
                        "jdbc:h2:file:" + folder.resolve("results"),
                        Optional.of("somebody"),
                        Optional.of("hush"))))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining(folder.resolve("results") + ": it cannot be opened")
        .withMessageNotContaining("hush");
  }

  @Test
  void open_tellsProblem_whenFileIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("results.mv.db"), "no database\n".repeat(2_000));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Runs.open(folder))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
  }

  @Test
  void open_tellsProblem_whenTablesAreOfALaterVersion() {
    try (ResultsDatabase database = Runs.open(folder)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update \"flyway_schema_history\" set \"version\" = '9000' where"
                          + " \"version\" = '2'"));
    }
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Runs.open(folder))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining("its tables are not those of this version");
  }

  @Test
  void open_saysThatAnotherProcessHoldsTheFile_whenOneDoes() throws Exception {
    try (OtherProcess other = OtherProcess.start(OtherProcess.FinishesAndStays.class, folder)) {
      assertThat(other.line()).isEqualTo("finished 1");
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> Runs.open(folder))
          .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
          .withMessage(
              "results database %s: another process holds its file. Nothing was started. Wait"
                  + " until that process has ended, or set another results.url.",
              folder.resolve("results"));
    }
  }

  @Test
  void whatWasFinished_isThere_whenProcessIsKilledRightAfter() throws Exception {
    try (OtherProcess other = OtherProcess.start(OtherProcess.FinishesAndStays.class, folder)) {
      assertThat(other.line()).isEqualTo("finished 1");
      other.kill();
    }
    try (ResultsDatabase database = Runs.open(folder)) {
      assertThat(new SplitStore(database).rows(1))
          .filteredOn(SplitRow::done)
          .extracting(row -> row.result().orElseThrow())
          .containsExactly(Runs.splitResult(10, 2));
      assertThat(new PartitionStore(database).rows(1))
          .extracting(PartitionRow::parcelsInScope)
          .containsExactly(50L);
      List<String> parcels = new ArrayList<>();
      List<Reject> rejects = new ArrayList<>();
      StoredResults results = new StoredResults(database, 1);
      results.forEachParcel(row -> parcels.add(row.parcelId()));
      results.forEachReject(rejects::add);
      assertThat(parcels)
          .containsExactlyInAnyOrderElementsOf(
              OtherProcess.FinishesAndStays.judged().stream()
                  .map(judgement -> judgement.evidence().parcelId())
                  .toList());
      assertThat(rejects).containsExactly(Runs.reject(3), Runs.reject(4));
    }
  }

  @Test
  void fiftyThousandMismatches_areKeptAndRead_whenHeapIsSmall() throws Exception {
    try (OtherProcess other =
        OtherProcess.start(OtherProcess.StreamsMany.class, folder, "-Xmx64m")) {
      String told = other.line();
      assertThat(told).matches("(\\d+) kept, \\1 read");
      assertThat(Integer.parseInt(told.replaceAll(" .*", "")))
          .isGreaterThanOrEqualTo(OtherProcess.StreamsMany.MISMATCHES);
      assertThat(other.exitCode()).isZero();
    }
  }
}
