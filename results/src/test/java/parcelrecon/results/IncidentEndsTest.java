package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.outcome.Change;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.MismatchEnd.State;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/** What is open in a run, and what became of everything over several, with parcels of a seed. */
public class IncidentEndsTest extends OnResults {

  private static final long SEED = 20220415;

  private final Random random = new Random(SEED);
  private final RandomParcels parcels = new RandomParcels(SEED);

  @Test
  void openCounts_areWhatADiffTellsAsOpen_andAreCountedOnce() {
    KeptRun kept = new KeptRun(parcels.judgements(300, "P"), parcels);
    long first = kept.keep(database, 3);
    long second = later(kept).keep(database, 6);
    OpenStore store = new OpenStore(database);

    assertThat(store.find(first)).isEmpty();
    OpenCounts before = store.of(row(first));
    OpenCounts after = store.of(row(second));

    assertThat(store.find(first)).contains(before);
    DiffTotals diff = RunDiff.between(database, row(first), row(second)).read(any -> {});
    for (MismatchKind kind : MismatchKind.values()) {
      assertThat(before.sum(kind)).isEqualTo(diff.kinds().get(kind).get(Line.OPENING));
      assertThat(after.sum(kind)).isEqualTo(diff.kinds().get(kind).get(Line.CLOSING));
    }
    assertThat(before.sum().mismatches()).isEqualTo(kept.openKeys().size());
    assertThat(before.parcels()).isEqualTo(parcelsOf(kept.openKeys()).size());
  }

  @Test
  void diff_isADefect_whenARunCountedOtherwiseWhatIsOpen() {
    KeptRun kept = new KeptRun(parcels.judgements(50, "P"), parcels);
    long first = kept.keep(database, 2);
    long second = kept.keep(database, 2);
    new OpenStore(database).keep(first, OpenCounts.NONE);
    assertThatThrownBy(() -> RunDiff.between(database, row(first), row(second)).read(any -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("what is open");
  }

  @Test
  void everyMismatch_hasOneEnd_whateverThePartitions_andTheyAddUp() {
    List<KeptRun> kept = new ArrayList<>();
    List<Long> runs = new ArrayList<>();
    kept.add(new KeptRun(parcels.judgements(300, "P"), parcels));
    for (int run = 1; run < 4; run++) {
      kept.add(later(kept.get(run - 1)));
    }
    int[] partitions = {4, 8, 4, 12};
    for (int run = 0; run < 4; run++) {
      runs.add(kept.get(run).keep(database, partitions[run]));
    }
    RunRow last = row(runs.get(3));
    List<RunRow> all = new IncidentRuns(database).upTo(last);
    assertThat(all).extracting(RunRow::run).isEqualTo(runs);

    Map<String, MismatchEnd> ends = new HashMap<>();
    new IncidentEnds(database, all)
        .forEach(end -> assertThat(ends.put(key(end.mismatch()), end)).as("once").isNull());

    assertThat(ends.keySet()).isEqualTo(listed(kept));
    ends.forEach((key, end) -> assertEnd(key, end, kept, runs));
    assertThat(ends.values().stream().map(MismatchEnd::state))
        .as("all are met")
        .containsAll(EnumSet.allOf(State.class));
    RunDiff.between(database, all.get(2), last)
        .read(
            diff ->
                agrees(
                    diff, ends.get(KeptRun.key(diff.parcelId(), diff.kind(), diff.group())), runs));

    EndSums sums = new EndStore(database).of(last);
    assertThat(new EndStore(database).find(last)).contains(sums);
    assertThat(sums.runs()).isEqualTo(runs);
    assertThat(sums.found()).isEqualTo(ends.size());
    assertThat(sums.sum(State.OPEN)).isEqualTo(new OpenStore(database).of(last).sum());
    assertThat(sums.open().stream().mapToLong(since -> since.sum().mismatches()).sum())
        .isEqualTo(kept.get(3).openKeys().size());
    assertThat(sums.oldest())
        .hasSize(EndTally.OLDEST_MAX)
        .isSortedAccordingTo(
            (left, right) -> Long.compare(left.firstListed(), right.firstListed()));
    assertThat(new EndStore(database).find(all.get(2))).isEmpty();
  }

  private static void assertEnd(String key, MismatchEnd end, List<KeptRun> kept, List<Long> runs) {
    List<Integer> listedIn = new ArrayList<>();
    List<Integer> openIn = new ArrayList<>();
    for (int run = 0; run < kept.size(); run++) {
      if (listed(List.of(kept.get(run))).contains(key)) {
        listedIn.add(run);
      }
      if (kept.get(run).openKeys().contains(key)) {
        openIn.add(run);
      }
    }
    assertThat(end.firstListed()).isEqualTo(runs.get(listedIn.get(0)));
    assertThat(end.lastListed()).isEqualTo(runs.get(listedIn.get(listedIn.size() - 1)));
    Set<State> allowed =
        openIn.isEmpty()
            ? Set.of(State.NOTHING_TO_DO)
            : openIn.contains(kept.size() - 1)
                ? Set.of(State.OPEN)
                : Set.of(State.HEALED, State.NOT_KNOWN);
    assertThat(end.state()).as(key + ", seed " + SEED).isIn(allowed);
    if (!openIn.isEmpty()) {
      long lastOpen = runs.get(Collections.max(openIn));
      assertThat(end.lastOpen()).hasValue(lastOpen);
      end.healedIn().ifPresent(healed -> assertThat(healed).isGreaterThan(lastOpen));
    }
    assertThat(end.healedIn().isPresent()).isEqualTo(end.state() == State.HEALED);
  }

  /** Of what was open in the run before the last, the diff of both says the same. */
  private static void agrees(DiffRow row, MismatchEnd end, List<Long> runs) {
    if (row.change() == Change.HEALED) {
      assertThat(end.state()).isEqualTo(State.HEALED);
      assertThat(end.healedIn()).hasValue(runs.get(3));
      assertThat(end.healedBy()).isEqualTo(row.healedBy());
    } else if (row.change() == Change.NOT_KNOWN) {
      assertThat(end.state()).isEqualTo(State.NOT_KNOWN);
    } else {
      assertThat(end.state()).isEqualTo(State.OPEN);
    }
  }

  @Test
  void runsOfAnotherWindow_areNotAmongThem() {
    long first = new KeptRun(parcels.judgements(20, "P"), parcels).keep(database, 2);
    Incident other = Runs.incident("2022-04-13-kafka");
    Window window =
        new Window(
            other.window().from(), other.window().to().plusSeconds(60), other.window().zone());
    RunStore store = new RunStore(database);
    long wider =
        store.begin(
            new Incident(
                other.id(),
                other.title(),
                other.market(),
                window,
                other.times(),
                List.of(),
                List.of()),
            Runs.AS_OF,
            Runs.options(),
            Runs.configuration(),
            Runs.AS_OF);
    store.end(wider, RunState.COMPLETE, 0, Runs.AS_OF);
    long second = new KeptRun(parcels.judgements(20, "Q"), parcels).keep(database, 2);

    IncidentRuns runs = new IncidentRuns(database);
    assertThat(runs.upTo(row(second))).extracting(RunRow::run).containsExactly(first, second);
    assertThat(runs.upTo(row(wider))).extracting(RunRow::run).containsExactly(wider);
    assertThat(runs.latest(other.id()).map(RunRow::run)).contains(second);
    assertThat(runs.latest("another")).isEmpty();
  }

  @Test
  void aRunTells_onlyOfThoseThatHadEndedWhenItBegan() {
    KeptRun kept = new KeptRun(parcels.judgements(20, "P"), parcels);
    long first = kept.keep(database, 2);
    RunStore store = new RunStore(database);
    long stopped = Runs.begin(database);
    long second = kept.keep(database, 2);
    store.end(stopped, RunState.COMPLETE, 0, Runs.AS_OF.plusSeconds(1));

    assertThat(new StoredResults(database, second).openSeries())
        .extracting(OpenAt::run)
        .containsExactly(first, second);
  }

  private RunRow row(long run) {
    return new RunStore(database).find(run).orElseThrow();
  }

  /** Some as they were, some with nothing left to do, without a mismatch, changed, or gone. */
  private KeptRun later(KeptRun before) {
    KeptRun after = new KeptRun(List.of(), parcels);
    for (Judgement then : before.judgements()) {
      String id = then.evidence().parcelId();
      switch (random.nextInt(6)) {
        case 0, 1 -> after.add(then, before.datafixes(id));
        case 2 -> after.add(then, List.of());
        case 3 ->
            after.addFollowed(
                new Judgement(then.evidence(), true, then.verdict(), Optional.empty(), List.of()));
        case 4 -> after.addUnlisted(then.evidence(), random.nextBoolean());
        default -> {}
      }
    }
    parcels
        .judgements(40, "NEW" + random.nextInt(1_000) + "-")
        .forEach(fresh -> after.add(fresh, parcels));
    return after;
  }

  private static Set<String> listed(List<KeptRun> runs) {
    Set<String> keys = new HashSet<>();
    for (KeptRun run : runs) {
      for (Judgement judgement : run.judgements()) {
        judgement.mismatches().forEach(mismatch -> keys.add(key(mismatch)));
      }
    }
    return keys;
  }

  private static Set<String> parcelsOf(Set<String> keys) {
    Set<String> ids = new HashSet<>();
    keys.forEach(key -> ids.add(key.substring(0, key.indexOf('\0'))));
    return ids;
  }

  private static String key(Mismatch mismatch) {
    return KeptRun.key(mismatch.parcelId(), mismatch.kind(), mismatch.group());
  }
}
