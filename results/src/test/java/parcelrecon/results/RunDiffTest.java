package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parcelrecon.model.RecordRef;
import parcelrecon.model.Utf8Order;
import parcelrecon.outcome.Change;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.DiffTotals.Line;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;

/** Two runs of one incident held against each other, with parcels of a seed. */
class RunDiffTest extends OnResults {

  private static final long SEED = 20220414;
  private static final int PARCELS = 400;

  private final Random random = new Random(SEED);
  private final RandomParcels parcels = new RandomParcels(SEED);

  @Test
  void rows_sayOfEveryMismatchWhatBecameOfIt_andAddUp_whateverThePartitions() {
    KeptRun before = new KeptRun(parcels.judgements(PARCELS, "門市P"), parcels);
    KeptRun after = later(before);
    long first = before.keep(database, 5);
    long second = after.keep(database, 3);
    RunDiff diff = diff(first, second);

    List<DiffRow> rows = new ArrayList<>();
    DiffTotals totals = diff.read(rows::add);

    assertThat(rows)
        .as("each once, in the order of bytes")
        .isSortedAccordingTo((left, right) -> Utf8Order.compare(key(left), key(right)))
        .extracting(RunDiffTest::key)
        .doesNotHaveDuplicates();
    Set<String> open = before.openKeys();
    Set<String> openAfter = after.openKeys();
    Set<String> either = new HashSet<>(open);
    either.addAll(openAfter);
    assertThat(rows.stream().map(RunDiffTest::key).collect(Collectors.toSet())).isEqualTo(either);
    for (DiffRow row : rows) {
      assertThat(row.change())
          .as("seed " + SEED + ": " + row)
          .isIn(allowed(open.contains(key(row)), openAfter.contains(key(row))));
    }
    assertThat(rows.stream().map(DiffRow::change).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Change.values());
    healed_onlyWhereTheRecordsAreStillSeen(rows, before, after);
    assertAddsUp(totals, before, after, rows);
    assertPagesAreTheSame(diff, rows);
    assertThat(reread(second, first)).as("the other way round").isEqualTo(either.size());
  }

  private static Set<Change> allowed(boolean isOpenBefore, boolean isOpenAfter) {
    if (isOpenBefore) {
      return isOpenAfter ? Set.of(Change.OPEN) : Set.of(Change.HEALED, Change.NOT_KNOWN);
    }
    return Set.of(Change.NEW, Change.REOPENED);
  }

  private static void healed_onlyWhereTheRecordsAreStillSeen(
      List<DiffRow> rows, KeptRun before, KeptRun after) {
    for (DiffRow row : rows) {
      if (row.change() != Change.HEALED || after.records(row.parcelId()).isEmpty()) {
        continue;
      }
      Set<RecordRef> seen = after.refs(row.parcelId());
      boolean isListed = row.after().isPresent();
      if (!isListed) {
        assertThat(seen).as(row.toString()).containsAll(row.before().get().mismatch().refs());
      }
      assertThat(seen).as("healed by what is there").containsAll(row.healedBy());
      assertThat(row.healedBy())
          .as("none of them was there before as it is now")
          .allMatch(ref -> isChanged(row, ref, before, after));
    }
  }

  private static boolean isChanged(DiffRow row, RecordRef ref, KeptRun before, KeptRun after) {
    return !before.record(row.parcelId(), ref).equals(after.record(row.parcelId(), ref));
  }

  private static void assertAddsUp(
      DiffTotals totals, KeptRun before, KeptRun after, List<DiffRow> rows) {
    Map<Line, Sum> all = totals.of(EnumSet.allOf(MismatchKind.class));
    assertThat(all.get(Line.OPENING).mismatches()).isEqualTo(before.openKeys().size());
    assertThat(all.get(Line.CLOSING).mismatches()).isEqualTo(after.openKeys().size());
    assertThat(all.get(Line.OPENING).toCollectMinor()).isEqualTo(before.toCollect());
    assertThat(all.get(Line.CLOSING).toCollectMinor()).isEqualTo(after.toCollect());
    Map<Line, Long> counted = new EnumMap<>(Line.class);
    rows.forEach(row -> counted.merge(Line.valueOf(row.change().name()), 1L, Long::sum));
    counted.forEach((line, count) -> assertThat(all.get(line).mismatches()).isEqualTo(count));
    Map<String, Long> closing = new TreeMap<>(all.get(Line.OPENING).toCollectMinor());
    for (Line line : List.of(Line.NEW, Line.REOPENED, Line.CHANGED)) {
      all.get(line).toCollectMinor().forEach((cur, minor) -> closing.merge(cur, minor, Long::sum));
    }
    for (Line line : List.of(Line.HEALED, Line.NOT_KNOWN)) {
      all.get(line).toCollectMinor().forEach((cur, minor) -> closing.merge(cur, -minor, Long::sum));
    }
    assertThat(closing).isEqualTo(after.toCollect());
  }

  private static void assertPagesAreTheSame(RunDiff diff, List<DiffRow> rows) {
    for (Set<Change> which : List.of(EnumSet.allOf(Change.class), EnumSet.of(Change.HEALED))) {
      List<DiffRow> paged = new ArrayList<>();
      Optional<String> behind = Optional.empty();
      do {
        DiffPage page = diff.page(behind, which, 7);
        paged.addAll(page.rows());
        behind = page.next();
      } while (behind.isPresent());
      assertThat(paged).isEqualTo(rows.stream().filter(r -> which.contains(r.change())).toList());
    }
  }

  private long reread(long before, long after) {
    List<DiffRow> rows = new ArrayList<>();
    diff(before, after).read(rows::add);
    return rows.size();
  }

  /** The run after: some parcels as they were, some with less, some gone, some only now. */
  private KeptRun later(KeptRun before) {
    KeptRun after = new KeptRun(List.of(), parcels);
    for (Judgement then : before.judgements()) {
      String id = then.evidence().parcelId();
      switch (random.nextInt(7)) {
        case 0 -> after.add(then, before.datafixes(id));
        case 1 -> after.add(then, List.of());
        case 2 -> after.add(parcels.judgement(id), parcels);
        case 3 -> after.addFollowed(with(then, List.of()));
        case 4 -> after.addUnlisted(then.evidence(), random.nextBoolean());
        case 5 -> after.add(with(then, some(then.mismatches())), parcels);
        default -> {}
      }
    }
    parcels.judgements(60, "ONLY-NOW").forEach(fresh -> after.add(fresh, parcels));
    return after;
  }

  private List<Mismatch> some(List<Mismatch> mismatches) {
    return mismatches.size() == 1 ? mismatches : mismatches.subList(1, mismatches.size());
  }

  private static Judgement with(Judgement judgement, List<Mismatch> mismatches) {
    return new Judgement(
        judgement.evidence(), true, judgement.verdict(), Optional.empty(), mismatches);
  }

  @Test
  void mismatch_isReopened_onlyWhereItIsKnownToHaveBeenClosedBetween() {
    List<Judgement> found = parcels.judgements(120, "P");
    KeptRun first = new KeptRun(found, parcels);
    KeptRun closed = new KeptRun(List.of(), parcels);
    KeptRun again = new KeptRun(List.of(), parcels);
    for (int at = 0; at < found.size(); at++) {
      Judgement then = found.get(at);
      if (at % 2 == 0) {
        closed.addFollowed(with(then, List.of()));
      }
      again.add(then, first.datafixes(then.evidence().parcelId()));
    }
    first.keep(database, 2);
    long before = closed.keep(database, 2);
    long after = again.keep(database, 2);
    Map<String, Integer> place = new TreeMap<>();
    for (int at = 0; at < found.size(); at++) {
      place.put(found.get(at).evidence().parcelId(), at);
    }
    List<DiffRow> rows = new ArrayList<>();
    diff(before, after).read(rows::add);
    assertThat(rows).isNotEmpty();
    for (DiffRow row : rows) {
      boolean wasSeenClosed = place.get(row.parcelId()) % 2 == 0;
      assertThat(row.change())
          .as(row.toString())
          .isEqualTo(wasSeenClosed ? Change.REOPENED : Change.NEW);
    }
    assertThat(rows.stream().map(DiffRow::change).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Change.REOPENED, Change.NEW);
  }

  @Test
  void nothing_isHealed_whenTheRunAfterSawNothing() {
    KeptRun before = new KeptRun(parcels.judgements(100, "P"), parcels);
    long first = before.keep(database, 2);
    long second = new KeptRun(List.of(), parcels).keep(database, 2);
    List<DiffRow> rows = new ArrayList<>();
    diff(first, second).read(rows::add);
    assertThat(rows)
        .hasSize(before.openKeys().size())
        .allMatch(row -> row.change() == Change.NOT_KNOWN && row.healedBy().isEmpty());
  }

  @Test
  void diff_isRefused_ofOneRun_andOfTwoIncidents() {
    long first = new KeptRun(List.of(), parcels).keep(database, 1);
    assertRefused(first, first, "are the same run");
    long other =
        new RunStore(database)
            .begin(
                Runs.incident("another"),
                Runs.AS_OF,
                Runs.options(),
                Runs.configuration(),
                Runs.AS_OF);
    assertRefused(first, other, "2022-04-13-kafka and another");
  }

  private void assertRefused(long before, long after, String what) {
    assertThatThrownBy(() -> diff(before, after))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(what)
        .extracting(thrown -> ((ProblemException) thrown).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  private RunDiff diff(long before, long after) {
    RunStore runs = new RunStore(database);
    return RunDiff.between(
        database, runs.find(before).orElseThrow(), runs.find(after).orElseThrow());
  }

  private static String key(DiffRow row) {
    return KeptRun.key(row.parcelId(), row.kind(), row.group());
  }
}
