package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Answer;
import parcelrecon.model.Control;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Window;

class RunStoreTest extends OnResults {

  private static final Instant LATER = Runs.AS_OF.plusSeconds(60);

  private RunStore runs;

  @BeforeEach
  void begin() {
    runs = new RunStore(database);
  }

  @Test
  void run_comesBackAsItWasBegun_whenFound() {
    long run = Runs.begin(database);
    assertThat(runs.find(run))
        .contains(
            new RunRow(
                1,
                Runs.incident("2022-04-13-kafka"),
                Runs.AS_OF,
                RunState.RUNNING,
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                Runs.options(),
                Runs.configuration(),
                Runs.AS_OF,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  @Test
  void control_isFoundByItsRunOnly_whenBothWereBegun() {
    new AnswerStore(database).add("2022-04-13-kafka", List.of(answer("TW1")));
    Control control = new Control(Window.all(Runs.WINDOW.zone()), LATER);
    long run =
        runs.beginWithControl(
            Runs.incident("2022-04-13-kafka"),
            Runs.AS_OF,
            control,
            Runs.options(),
            Runs.configuration(),
            Runs.AS_OF);

    assertThat(new RunList(database).newest(RunList.END, 100))
        .extracting(each -> each.row().run())
        .containsExactly(run);
    assertThat(runs.find(run).orElseThrow().isControl()).isFalse();
    assertThat(runs.findControl(run).orElseThrow())
        .satisfies(
            row -> {
              assertThat(row.controlOf()).hasValue(run);
              assertThat(row.incident()).isEqualTo(control.of(Runs.incident("2022-04-13-kafka")));
              assertThat(row.incident().phases()).isEmpty();
              assertThat(row.asOf()).isEqualTo(LATER);
              assertThat(row.answersThrough()).isZero();
              assertThat(runs.findControl(row.run())).isEmpty();
              assertThat(new StoredResults(database, run).control().orElseThrow().run())
                  .isEqualTo(row);
            });
  }

  @Test
  void run_isAbsent_whenNoneHasTheNumber() {
    assertThat(runs.find(1)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> runs.changeState(1, RunState.FAILED))
        .withMessage("there is no run 1");
    assertThatIllegalArgumentException().isThrownBy(() -> runs.saveDayTotal(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> runs.end(1, RunState.COMPLETE, 0, LATER));
  }

  @Test
  void runs_areNumberedWithoutGaps_whenDatabaseIsOpenedAgain() {
    Runs.begin(database);
    openAgain();
    Runs.begin(database);
    assertThat(new RunList(database).newest(RunList.END, 100))
        .extracting(each -> each.row().run())
        .containsExactly(2L, 1L);
  }

  @Test
  void run_tellsItsEnd_whenItEnded() {
    long run = Runs.begin(database);
    runs.saveDayTotal(run, 161_569);
    runs.end(run, RunState.INCOMPLETE, 7, LATER);
    assertThat(runs.find(run).orElseThrow())
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo(RunState.INCOMPLETE);
              assertThat(row.exitCode()).hasValue(7);
              assertThat(row.dayTotal()).hasValue(161_569);
              assertThat(row.endedAt()).contains(LATER);
            });
  }

  @Test
  void run_hasNoEndAnyMore_whenItGoesOn() {
    long run = Runs.begin(database);
    runs.end(run, RunState.INTERRUPTED, 6, LATER);
    runs.changeState(run, RunState.RUNNING);
    assertThat(runs.find(run).orElseThrow())
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo(RunState.RUNNING);
              assertThat(row.exitCode()).isEmpty();
              assertThat(row.endedAt()).isEmpty();
            });
  }

  @Test
  void onlyRunningRuns_areInterrupted_whenTheirProcessIsGone() {
    long ended = Runs.begin(database);
    runs.end(ended, RunState.COMPLETE, 0, LATER);
    long left = Runs.begin(database);
    openAgain();
    runs = new RunStore(database);
    assertThat(runs.interruptLeftRunning()).isEqualTo(1);
    assertThat(runs.find(ended).orElseThrow().state()).isEqualTo(RunState.COMPLETE);
    assertThat(runs.find(left).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void answers_areFrozenForTheRun_whenItBegins() {
    new AnswerStore(database).add("2022-04-13-kafka", List.of(answer("TW1"), answer("TW2")));
    new AnswerStore(database).add("another", List.of(answer("TW1")));
    long run = Runs.begin(database);
    new AnswerStore(database).add("2022-04-13-kafka", List.of(answer("TW3")));
    assertThat(runs.find(run).orElseThrow().answersThrough()).isEqualTo(2);
  }

  @Test
  void stages_comeInTheOrderOfTheirFirstSave_whenSavedAgain() {
    long run = Runs.begin(database);
    StageStore stages = new StageStore(database);
    stages.save(run, new Totals.Stage("plan", 5, 1));
    stages.save(run, new Totals.Stage("extract", 6, 2));
    stages.save(run, new Totals.Stage("plan", 7, 3));
    assertThat(new StoredResults(database, run).stages())
        .containsExactly(new Totals.Stage("plan", 7, 3), new Totals.Stage("extract", 6, 2));
  }

  private static Answer answer(String parcelId) {
    return new Answer(
        parcelId, new RecordRef.AnswerRow(1, 1), Answer.StoreAnswer.ON_SHELF, Runs.AS_OF, "", "");
  }
}
