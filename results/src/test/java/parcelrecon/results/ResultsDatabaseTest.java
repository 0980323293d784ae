package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Reject;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

class ResultsDatabaseTest extends OnResults {

  @Test
  void results_areThere_whenOpenedAgain() {
    long run = Runs.begin(database);
    openAgain();
    assertThat(new RunStore(database).find(run)).isPresent();
  }

  @Test
  void open_tellsProblem_whenTablesAreOfALaterVersion() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update \"flyway_schema_history\" set \"version\" = '9000' where"
                        + " \"installed_rank\" = (select max(\"installed_rank\") from"
                        + " \"flyway_schema_history\")"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::openAgain)
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining(
            "its tables are those of a newer parcel-recon (seen version 9000, expected at most ");
  }

  @Test
  void open_tellsProblem_whenTablesWereChangedByOthers() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update \"flyway_schema_history\" set \"checksum\" = 1 where"
                        + " \"version\" = '2'"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::openAgain)
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining("its tables are not those of this version");
  }

  @Test
  void whatWasFinished_isThere_whenProcessIsKilledRightAfter() throws Exception {
    database.close();
    try (OtherProcess other = OtherProcess.start(OtherProcess.FinishesAndStays.class, settings)) {
      assertThat(other.line()).isEqualTo("finished 1");
      other.kill();
    }
    openAgain();
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

  @Test
  void manyMismatchesAndRejects_areKeptAndRead_whenHeapIsSmall() throws Exception {
    database.close();
    try (OtherProcess other =
        OtherProcess.start(OtherProcess.StreamsMany.class, settings, "-Xmx64m")) {
      String told = other.line();
      assertThat(told).matches("(\\d+) mismatches kept, \\1 read; (\\d+) rejects kept, \\2 read");
      assertThat(Integer.parseInt(told.replaceAll(" .*", "")))
          .isGreaterThanOrEqualTo(OtherProcess.StreamsMany.MISMATCHES);
      assertThat(other.exitCode()).isZero();
    }
  }
}
