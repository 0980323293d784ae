package parcelrecon.results.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Window;
import parcelrecon.results.RunState;

class StayingRunsTest {

  private static final Instant BEFORE = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant OLD = BEFORE.minusSeconds(1);
  private static final LongPredicate NOTHING_OPEN = run -> false;

  private static OldRun run(long number, RunState state, Instant endedAt, long firstFound) {
    return run(number, state, endedAt, firstFound, "2022-04-13T11:00:00Z");
  }

  private static OldRun run(
      long number, RunState state, Instant endedAt, long firstFound, String from) {
    Instant begins = Instant.parse(from);
    return new OldRun(
        number,
        new Window(begins, begins.plusSeconds(3_600), ZoneOffset.UTC),
        state,
        OLD,
        Optional.ofNullable(endedAt),
        firstFound == 0 ? OptionalLong.empty() : OptionalLong.of(firstFound),
        OptionalLong.empty());
  }

  private static OldRun recheck(long number, RunState state, long of) {
    OldRun run = run(number, state, state == RunState.COMPLETE ? OLD : BEFORE, 1);
    return new OldRun(
        number, run.window(), state, OLD, run.endedAt(), run.firstFound(), OptionalLong.of(of));
  }

  @Test
  void runThatIsAskedForAgain_stays_untilTheRecheckHasEnded() {
    assertThat(
            staying(
                List.of(
                    old(1, 0),
                    old(2, 1),
                    old(3, 1),
                    recheck(4, RunState.COMPLETE, 3),
                    recheck(5, RunState.INTERRUPTED, 2)),
                Set.of(),
                NOTHING_OPEN))
        .containsExactly(
            Map.entry(1L, Stay.REFERRED_TO),
            Map.entry(2L, Stay.REFERRED_TO),
            Map.entry(4L, Stay.LATEST),
            Map.entry(5L, Stay.YOUNG));
  }

  private static OldRun old(long number, long firstFound) {
    return run(number, RunState.COMPLETE, OLD, firstFound);
  }

  private static Map<Long, Stay> staying(
      List<OldRun> runs, Set<Long> packaged, LongPredicate isOpen) {
    return StayingRuns.of(runs, BEFORE, packaged, isOpen);
  }

  @Test
  void allGo_whereAllAreOldAndNothingIsOpen() {
    assertThat(staying(List.of(old(1, 0), old(2, 1), old(3, 1)), Set.of(), NOTHING_OPEN)).isEmpty();
  }

  @Test
  void firstAndLatestStay_whereSomethingIsOpen_andThoseBetweenGo() {
    assertThat(staying(List.of(old(1, 0), old(2, 1), old(3, 1)), Set.of(), run -> true))
        .containsExactly(Map.entry(1L, Stay.REFERRED_TO), Map.entry(3L, Stay.OPEN));
    assertThat(staying(List.of(old(1, 0), old(2, 0)), Set.of(), run -> true))
        .as("of a version that kept no reference")
        .containsExactly(Map.entry(1L, Stay.REFERRED_TO), Map.entry(2L, Stay.OPEN));
  }

  @Test
  void whatWasOpenEarlier_keepsNothing_whereTheLatestRunHasNothingOpen() {
    assertThat(staying(List.of(old(1, 0), old(2, 1)), Set.of(), run -> run == 1)).isEmpty();
  }

  @Test
  void runStays_whileItIsYoungToTheSecond() {
    assertThat(
            staying(
                List.of(run(1, RunState.COMPLETE, BEFORE, 0), old(2, 0)), Set.of(), NOTHING_OPEN))
        .containsExactly(Map.entry(1L, Stay.YOUNG), Map.entry(2L, Stay.LATEST));
  }

  @Test
  void latestStays_whileAPackageOfAnEarlierOneIsUndecided() {
    assertThat(staying(List.of(old(1, 0), old(2, 1), old(3, 1)), Set.of(2L), NOTHING_OPEN))
        .containsExactly(
            Map.entry(1L, Stay.REFERRED_TO),
            Map.entry(2L, Stay.PACKAGE),
            Map.entry(3L, Stay.LATEST));
  }

  @Test
  void runInHandStays_withWhatItIsHeldAgainst_butNotOneThatNobodyGoesOnWith() {
    assertThat(
            staying(
                List.of(
                    old(1, 0),
                    old(2, 1),
                    run(3, RunState.INTERRUPTED, null, 1),
                    run(4, RunState.FAILED, OLD, 1),
                    run(5, RunState.RUNNING, null, 1)),
                Set.of(),
                NOTHING_OPEN))
        .containsExactly(
            Map.entry(1L, Stay.REFERRED_TO),
            Map.entry(2L, Stay.LATEST),
            Map.entry(5L, Stay.IN_HAND));
  }

  @Test
  void everyWindowOfAnIncident_hasALatestRunOfItsOwn() {
    String other = "2022-04-14T11:00:00Z";
    assertThat(
            staying(
                List.of(
                    old(1, 0),
                    run(2, RunState.INCOMPLETE, OLD, 0, other),
                    old(3, 1),
                    run(4, RunState.COMPLETE, OLD, 2, other)),
                Set.of(),
                run -> run == 3))
        .containsExactly(
            Map.entry(1L, Stay.REFERRED_TO),
            Map.entry(2L, Stay.REFERRED_TO),
            Map.entry(3L, Stay.OPEN),
            Map.entry(4L, Stay.LATEST));
  }
}
