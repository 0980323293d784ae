package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

@Timeout(300)
class RunDeskTest {

  private static final Instant AS_OF = Instant.parse("2022-04-16T04:00:00Z");

  @TempDir Path folder;

  @AfterEach
  void openGate() {
    Gate.open();
  }

  private TableSite gated() {
    return Gate.before(
        TableSite.in(folder)
            .pickUp("P1", "COD", "COMPLETED", "2022-04-13T19:42:30", "2022-04-13T19:42:39")
            .pickUp("P2", "COD", "COMPLETED", "2022-04-13T19:50:00", "2022-04-13T19:50:00.3")
            .paid("P2", "2022-04-13T19:50:10")
            .paid("Z", "2022-04-15T10:00:00"));
  }

  private static RunState state(ResultsDatabase database, long run) {
    return new RunStore(database).find(run).orElseThrow().state();
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    while (!what.getAsBoolean()) {
      Thread.sleep(5);
    }
  }

  private static void awaitEnd(RunDesk desk) throws InterruptedException {
    await(() -> desk.inHand().isEmpty());
  }

  @Test
  void run_isKnownAndHeldAtOnce_andEndsInTheBackground() throws Exception {
    TableSite site = gated();
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      long run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      assertThat(state(database, run)).isEqualTo(RunState.RUNNING);
      assertThat(desk.inHand()).hasValue(run);
      RunProgress progress = desk.progress(run).orElseThrow();
      Gate.awaitReader();
      assertThat(progress.stages().get(0).name()).isEqualTo("plan");
      assertThat(progress.stages().get(0).isOver()).isFalse();

      Gate.open();
      awaitEnd(desk);
      assertThat(progress.stages())
          .extracting(RunProgress.StageView::name)
          .containsExactly("plan", "extract", "match", "settle", "publish");
      assertThat(progress.stages()).allMatch(RunProgress.StageView::isOver);
      assertThat(desk.progress(run)).isEmpty();
      RunOutcome outcome = desk.outcome(run).orElseThrow();
      assertThat(outcome.problems()).isEmpty();
      assertThat(outcome.outputs().resolve("run.json")).exists();
      assertThat(state(database, run)).isIn(RunState.COMPLETE, RunState.INCOMPLETE);
    }
  }

  @Test
  void secondRun_isRefusedWithTheFirst_whileThatIsInHand() throws Exception {
    TableSite site = gated();
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      long run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      Gate.awaitReader();
      assertThatThrownBy(() -> desk.start(site.request(AS_OF), LongSupplier::getAsLong))
          .hasMessage(
              "run 1: it is being worked on, and one run at a time is the most. No other run was"
                  + " begun or gone on with. Come back when run 1 has ended, or stop it.");
      assertThatThrownBy(() -> desk.resume(run, LongSupplier::getAsLong))
          .hasMessageStartingWith("run 1: it is being");
      assertThat(new RunList(database).newest(RunList.END, 100)).hasSize(1);
      desk.interruptLeftRunning();
      assertThat(state(database, run)).isEqualTo(RunState.RUNNING);
      Gate.open();
      awaitEnd(desk);
      assertThat(desk.start(site.request(AS_OF), LongSupplier::getAsLong)).isEqualTo(2);
    }
  }

  @Test
  void runThatCannotBeReadAnyMore_isLetGoOf_andCanBeGoneOnWith() throws Exception {
    TableSite site = gated();
    Gate.open();
    List<Throwable> unforeseen = new CopyOnWriteArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> unforeseen.add(failure));
    long run;
    ResultsDatabase going = ResultsDatabase.open(site.csv().results());
    try (RunDesk desk = new RunDesk(incident -> site.site(), going)) {
      run =
          desk.start(
              site.request(AS_OF),
              begin -> {
                long begun = begin.getAsLong();
                going.close();
                return begun;
              });
      awaitEnd(desk);
      joinThreadOf(run);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }
    assertThat(unforeseen).isEmpty();

    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      desk.resume(run, LongSupplier::getAsLong);
      awaitEnd(desk);
      assertThat(state(database, run)).isIn(RunState.COMPLETE, RunState.INCOMPLETE);
    }
  }

  private static void joinThreadOf(long run) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("run-" + run)) {
        thread.join();
      }
    }
  }

  @Test
  void stoppedRun_isResumedToTheSameBytes() throws Exception {
    TableSite site = gated();
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      long run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      assertThat(desk.stop(run + 1)).isFalse();
      Gate.awaitReader();
      assertThat(desk.stop(run)).isTrue();
      assertThat(desk.progress(run).orElseThrow().isStopping()).isTrue();
      Gate.open();
      awaitEnd(desk);
      assertThat(state(database, run)).isEqualTo(RunState.INTERRUPTED);
      assertThat(desk.outcome(run).orElseThrow().exitCode()).isEqualTo(ExitCode.STOPPED);
      assertThat(desk.stop(run)).isFalse();

      desk.resume(run, LongSupplier::getAsLong);
      assertThat(state(database, run)).isEqualTo(RunState.RUNNING);
      awaitEnd(desk);
      Path resumed = desk.outcome(run).orElseThrow().outputs();
      long whole = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      awaitEnd(desk);
      assertThat(resumed.resolve("mismatches.csv"))
          .hasSameBinaryContentAs(
              desk.outcome(whole).orElseThrow().outputs().resolve("mismatches.csv"));
    }
  }

  @Test
  void close_leavesTheRunToAnotherProcess() throws Exception {
    TableSite site = gated();
    long run;
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results())) {
      RunDesk desk = new RunDesk(incident -> site.site(), database);
      run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      Gate.awaitReader();
      Thread closing = new Thread(desk::close);
      closing.start();
      await(() -> desk.progress(run).orElseThrow().isStopping());
      Gate.open();
      closing.join();
      assertThat(state(database, run)).isEqualTo(RunState.INTERRUPTED);
      assertThatThrownBy(() -> desk.resume(run, LongSupplier::getAsLong))
          .hasMessageStartingWith("console: it is shutting");
      desk.close();
    }
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results())) {
      RunOutcome outcome = new ReconcileJob(site.site(), database, Progress.SILENT).resume(run);
      assertThat(outcome.problems()).isEmpty();
      assertThat(state(database, run)).isIn(RunState.COMPLETE, RunState.INCOMPLETE);
    }
  }

  @Test
  void runThatCouldNotBeKept_isNotInHand() {
    TableSite site = gated();
    Gate.open();
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      assertThatThrownBy(
              () ->
                  desk.start(
                      site.request(AS_OF),
                      begin -> {
                        begin.getAsLong();
                        throw new IllegalStateException("full");
                      }))
          .hasMessage("full");
      assertThat(desk.inHand()).isEmpty();
    }
  }

  @Test
  void finishedRun_isLeftAsItIs_whenResumed() throws Exception {
    TableSite site = gated();
    Gate.open();
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      long run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      awaitEnd(desk);
      desk.resume(run, LongSupplier::getAsLong);
      assertThat(desk.inHand()).isEmpty();
      assertThatThrownBy(() -> desk.resume(99, LongSupplier::getAsLong))
          .hasMessageStartingWith("run 99: there is no such");
    }
  }

  @Test
  void problems_areKeptForShowing_whenARunFails() throws Exception {
    TableSite site = gated();
    Gate.open();
    Files.writeString(folder.resolve("payments.csv"), "parcel_id,payment_id\n");
    try (ResultsDatabase database = ResultsDatabase.open(site.csv().results());
        RunDesk desk = new RunDesk(incident -> site.site(), database)) {
      long run = desk.start(site.request(AS_OF), LongSupplier::getAsLong);
      awaitEnd(desk);
      assertThat(state(database, run)).isEqualTo(RunState.FAILED);
      assertThat(desk.outcome(run).orElseThrow().problems())
          .extracting(Problem::where)
          .containsExactly("payments.csv");
    }
  }

  @Test
  void resumedRun_countsOnlyWhatIsLeftToBeRead() throws Exception {
    CsvSite csv =
        CsvSite.in(folder)
            .outbounds("P2,COD,500,O2,,2022-04-13T19:50:00,2022-04-13T19:50:00.3")
            .payments("P2,M1,500,2022-04-13T19:50:10", "Z,M2,1,2022-04-15T10:00:00");
    try (ResultsDatabase database = ResultsDatabase.open(csv.results())) {
      RunOutcome stopped = ProgressThatStops.reconcile(csv, database, Stage.SETTLE);
      Counted counted = new Counted();
      new ReconcileJob(csv.site(), database, counted).resume(stopped.run());
      assertThat(counted.begun).contains("match  0").doesNotContain("extract");
    }
  }

  /** Writes down what begins. */
  private static final class Counted implements Progress {
    private String begun = "";

    @Override
    public synchronized void begin(String stage, String part, long plannedBytes) {
      begun += stage + " " + part + " " + plannedBytes + "\n";
    }

    @Override
    public void advance(String stage, String part, long rows, long bytes) {}

    @Override
    public void end(String stage, long rows, long millis) {}
  }
}
