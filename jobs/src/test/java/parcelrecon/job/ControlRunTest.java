package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

/** A run with a control, stopped and disturbed while the control is at work. */
class ControlRunTest {

  @TempDir Path folder;
  private CsvSite csv;

  @BeforeEach
  void twoWeeks() {
    csv =
        CsvSite.in(folder)
            .outbounds(
                "P1,COD,1280,O1,,2022-04-13T19:42:30,2022-04-13T19:42:39",
                "P2,COD,500,O2,,2022-04-13T19:50:00,2022-04-13T19:50:00.3",
                "P3,COD,500,O3,,2022-04-06T19:50:00,2022-04-06T19:50:00.3",
                "P4,COD,500,O4,,2022-04-06T19:51:00,2022-04-06T19:51:00.3")
            .payments(
                "P2,M1,500,2022-04-13T19:50:10",
                "P4,M2,500,2022-04-06T19:51:10",
                "Z,M3,1,2022-04-15T10:00:00");
  }

  private RunOutcome reconcile(Progress progress) {
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      return new ReconcileJob(csv.site(), database, progress).reconcile(csv.comparedRequest());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"PLAN", "EXTRACT", "MATCH", "SETTLE"})
  void runStoppedInItsControl_isResumedToTheSameBytes(Stage stage) throws IOException {
    Path whole = reconcile(Progress.SILENT).outputs();
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunStore runs = new RunStore(database);
      ReconcileJob[] job = new ReconcileJob[1];
      job[0] =
          new ReconcileJob(
              csv.site(), database, new At("control-" + stage.text(), began -> job[0].stop()));
      RunOutcome stopped = job[0].reconcile(csv.comparedRequest());
      assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
      assertThat(stopped.outputs()).doesNotExist();
      RunRow control = runs.findControl(stopped.run()).orElseThrow();
      assertThat(control.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(control.controlOf()).hasValue(stopped.run());

      RunOutcome resumed =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(stopped.run());
      assertThat(resumed.exitCode()).as(resumed.toString()).isEqualTo(ExitCode.DONE);
      assertThat(runs.findControl(stopped.run()).orElseThrow().state())
          .isEqualTo(RunState.COMPLETE);
      for (String file : new String[] {"statement.md", "mismatches.csv", "affected-parcels.xlsx"}) {
        assertThat(resumed.outputs().resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
      }
      assertThat(comparison(resumed)).isEqualTo(comparison(whole)).contains("UNCOLLECTED");
    }
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  private static String comparison(RunOutcome outcome) throws IOException {
    return comparison(outcome.outputs());
  }

  private static String comparison(Path outputs) throws IOException {
    String json = Files.readString(outputs.resolve("run.json"));
    return json.substring(json.indexOf("\"comparison\""), json.indexOf("\"stages\""));
  }

  @Test
  void runGoesOnWithoutIt_whenASourceIsAwayInItsControl() throws IOException {
    RunOutcome outcome =
        reconcile(new At("control-plan", began -> delete(folder.resolve("payments.csv"))));

    assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.problems())
        .extracting(Problem::text)
        .singleElement()
        .asString()
        .startsWith("control, ")
        .contains("payments.csv", "There is nothing to compare with");
    assertThat(comparison(outcome)).contains("\"obstacle\": \"UNREACHABLE\"");
    assertThat(folder.resolve("work")).isEmptyDirectory();
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunRow control = new RunStore(database).findControl(outcome.run()).orElseThrow();
      assertThat(control.state()).isEqualTo(RunState.FAILED);
      assertThat(control.exitCode()).hasValue(ExitCode.UNREACHABLE.code());
    }
  }

  @Test
  void controlThatHasEnded_isLeftAsItIs_whenTheRunIsResumed() throws IOException {
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      ReconcileJob[] job = new ReconcileJob[1];
      job[0] = new ReconcileJob(csv.site(), database, new At("publish", began -> job[0].stop()));
      RunOutcome stopped = job[0].reconcile(csv.comparedRequest());
      assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
      RunStore runs = new RunStore(database);
      assertThat(runs.findControl(stopped.run()).orElseThrow().state())
          .isEqualTo(RunState.COMPLETE);

      delete(folder.resolve("payments.csv"));
      RunOutcome resumed =
          new ReconcileJob(csv.site(), database, Progress.SILENT).resume(stopped.run());
      assertThat(resumed.exitCode()).as(resumed.toString()).isEqualTo(ExitCode.DONE);
      assertThat(comparison(resumed)).contains("\"state\": \"COMPLETE\"");
    }
  }

  @Test
  void controlEndsWithItsRun_whenTheRunFails() {
    csv.outbounds(
        Stream.generate(() -> "P,COD,x,O,,2022-04-13T19:50:00,").limit(200).toArray(String[]::new));
    RunOutcome outcome = reconcile(Progress.SILENT);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      assertThat(new RunStore(database).findControl(outcome.run()).orElseThrow().state())
          .isEqualTo(RunState.FAILED);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Does something the moment a stage begins for the first time. */
  private record At(String stage, Consumer<String> then) implements Progress {

    @Override
    public void begin(String began, String part, long plannedBytes) {
      if (began.equals(stage)) {
        then.accept(began);
      }
    }

    @Override
    public void advance(String at, String part, long rows, long bytes) {}

    @Override
    public void end(String at, long rows, long millis) {}
  }
}
