package parcelrecon.results;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.results.PartitionTotals.StoreOutbounds;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Standing;

/** Everything counted, against the same counted over the judgements in memory. */
class StoredTotalsTest extends OnResults {

  private static final int PARTITIONS = 4;

  private long run;

  @BeforeEach
  void begin() {
    run = Runs.begin(database);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void totals_areThoseOfTheJudgements_whateverTheSeed(long seed) {
    RandomParcels random = new RandomParcels(seed);
    List<Judgement> judged = random.judgements(400, "TW");
    List<PlannedParcel> planned = keep(judged, random);

    Totals totals = new StoredResults(database, run).totals();

    assertThat(totals.parcels())
        .isEqualTo(
            new Totals.Parcels(
                400 + 10 * PARTITIONS,
                count(judged, judgement -> judgement.standing() == Standing.AFFECTED),
                count(judged, judgement -> judgement.standing() == Standing.DOWNSTREAM_ONLY),
                count(judged, judgement -> judgement.standing() == Standing.INFORMATIONAL),
                10 * PARTITIONS));
    for (Verdict verdict : Verdict.values()) {
      assertThat(totals.verdicts()).containsEntry(verdict, affected(judged, Optional.of(verdict)));
    }
    assertThat(totals.verdictsNone()).isEqualTo(affected(judged, Optional.empty()));
    assertThat(totals.classes())
        .isEqualTo(
            Stream.of(
                    MismatchClass.COUNTER,
                    MismatchClass.MONEY,
                    MismatchClass.GOODS,
                    MismatchClass.DOWNSTREAM)
                .collect(toMap(Function.identity(), counted -> ofClass(judged, counted))));
    assertThat(totals.kinds())
        .isEqualTo(
            Stream.of(MismatchKind.values())
                .collect(toMap(Function.identity(), kind -> kindTotals(judged, kind))));
    assertThat(totals.datafixes()).isEqualTo(suggested(planned));
    assertThat(totals.slowerThan()).isEqualTo(Map.of(1, 4L, 3, 8L));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void stores_areThoseOfTheParcels_whateverTheSeed(long seed) {
    RandomParcels random = new RandomParcels(seed);
    List<Judgement> judged = random.judgements(200, "TW");
    keep(judged, random);

    List<Totals.StoreTotals> stores = new StoredResults(database, run).stores();

    assertThat(stores).extracting(Totals.StoreTotals::storeId).contains("without-mismatch");
    for (Totals.StoreTotals store : stores) {
      List<Judgement> its =
          judged.stream()
              .filter(judgement -> store.storeId().equals(StoreOfParcel.of(judgement.evidence())))
              .toList();
      assertThat(store.affected())
          .isEqualTo(count(its, judgement -> judgement.standing() == Standing.AFFECTED));
      assertThat(store.toCollectMinor())
          .isEqualTo(sums(mismatches(its).toList(), Mismatch.Amounts::toCollectMinor));
      assertThat(store.toRefundMinor())
          .isEqualTo(sums(mismatches(its).toList(), Mismatch.Amounts::toRefundMinor));
      assertThat(store.outbounds())
          .isEqualTo(store.storeId().equals("without-mismatch") ? 3L * PARTITIONS : 0);
    }
    assertThat(stores.stream().mapToLong(Totals.StoreTotals::affected).sum())
        .isEqualTo(
            count(
                judged,
                judgement ->
                    judgement.standing() == Standing.AFFECTED
                        && StoreOfParcel.of(judgement.evidence()) != null));
  }

  @Test
  void found_countsParcelsOnceAndNoneThatMayStillBePaid() {
    RandomParcels random = new RandomParcels(4);
    List<Judgement> judged = random.judgements(400, "TW");
    keep(judged, random);

    Totals.Found found = new StoredResults(database, run).found();

    assertThat(found.pickUps()).isEqualTo(4L * PARTITIONS);
    for (MismatchKind kind : MismatchKind.values()) {
      assertThat(found.parcels().get(kind))
          .as(kind.name())
          .isEqualTo(
              count(
                  judged,
                  it ->
                      it.mismatches().stream()
                          .anyMatch(m -> m.kind() == kind && m.proof() != Proof.NOT_DUE)));
    }
  }

  @Test
  void minutes_areAllOfTheWindow_whenItIsNoLongerThanADay() {
    keep(List.of(), new RandomParcels(1));
    Totals.Minutes all = new StoredResults(database, run).minutes(49);
    assertThat(all.each()).isEqualTo(1);
    List<Totals.Minute> minutes = all.points();
    assertThat(minutes).hasSize(49);
    assertThat(minutes.get(0))
        .isEqualTo(new Totals.Minute(Runs.WINDOW.from(), PARTITIONS, 2L * PARTITIONS, 0));
    assertThat(minutes.get(1))
        .isEqualTo(new Totals.Minute(Runs.WINDOW.from().plusSeconds(60), 0, 0, 0));
    assertThat(minutes.get(48).minute()).isEqualTo(Instant.parse("2022-04-13T12:21:00Z"));
  }

  @Test
  void minutes_arePutTogether_whenThereAreMoreThanPoints() {
    keep(List.of(), new RandomParcels(1));
    Totals.Minutes minutes = new StoredResults(database, run).minutes(48);
    assertThat(minutes.each()).isEqualTo(2);
    assertThat(minutes.points()).hasSize(25);
    assertThat(minutes.points().get(0))
        .isEqualTo(new Totals.Minute(Runs.WINDOW.from(), PARTITIONS, 2L * PARTITIONS, 0));
    assertThat(minutes.points().get(24).minute()).isEqualTo(Instant.parse("2022-04-13T12:21:00Z"));
  }

  @Test
  void minutes_areNone_whenNothingHappenedInALongWindow() {
    beginWithoutWindow();
    assertThat(new StoredResults(database, run).minutes(10))
        .isEqualTo(new Totals.Minutes(1, List.of()));
  }

  @Test
  void minutes_areFromTheFirstToTheLastWithACount_whenTheWindowIsLongerThanADay() {
    beginWithoutWindow();
    keep(List.of(), new RandomParcels(1));
    Totals.Minutes minutes = new StoredResults(database, run).minutes(10);
    assertThat(minutes.each()).isEqualTo(5);
    assertThat(minutes.points())
        .hasSize(10)
        .startsWith(new Totals.Minute(Runs.WINDOW.from(), PARTITIONS, 2L * PARTITIONS, 0))
        .endsWith(
            new Totals.Minute(
                Runs.WINDOW.from().plus(Duration.ofMinutes(45)), 0, 0, 5L * PARTITIONS));
  }

  private void beginWithoutWindow() {
    Incident day = Runs.incident("all");
    run =
        new RunStore(database)
            .begin(
                new Incident(
                    day.id(),
                    day.title(),
                    day.market(),
                    Window.all(Runs.WINDOW.zone()),
                    day.times(),
                    day.phases(),
                    day.claims()),
                Runs.AS_OF,
                Runs.options(),
                Runs.configuration(),
                Runs.AS_OF);
  }

  @Test
  void sources_tellWhereEveryRowWent_whenMatched() {
    readBothSplits();
    keep(List.of(), new RandomParcels(1));
    assertThat(new StoredResults(database, run).sources())
        .contains(
            new SourceRow(
                SourceName.PAYMENTS,
                "csv",
                new SourceRow.Counts(
                    8, 300, 296, 4, 2L * PARTITIONS, 7L * PARTITIONS, 3L * PARTITIONS),
                new SourceRow.SecondLook(5L * PARTITIONS, 4L * PARTITIONS, PARTITIONS),
                new Coverage(
                    List.of(
                        Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "a.csv", 17),
                        Coverage.Reason.of(Coverage.Code.DUPLICATES, 2 * PARTITIONS),
                        Coverage.Reason.of(Coverage.Code.ROWS_OF_ANY_PARCEL, 2)))))
        .extracting(SourceRow::name)
        .containsExactly(SourceName.OUTBOUND, SourceName.PAYMENTS);
  }

  @Test
  void coverage_isWhatTheRulesKnew_whenTheRunWasJudged() {
    readBothSplits();
    Coverage known =
        new Coverage(
            List.of(
                Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS),
                Coverage.Reason.of(Coverage.Code.ROWS_OF_ANY_PARCEL, 2)));
    new ContextStore(database)
        .save(
            run,
            new JudgingContext(
                Runs.WINDOW,
                List.of(),
                Runs.AS_OF,
                RuleSettings.STANDARD,
                new JudgingContext.Sources(
                    Map.of(SourceName.PAYMENTS, known), true, Optional.empty(), true),
                JudgingContext.Events.NONE));
    assertThat(new StoredResults(database, run).sources())
        .filteredOn(source -> source.name() == SourceName.PAYMENTS)
        .extracting(SourceRow::coverage)
        .containsExactly(known);
  }

  @Test
  void everything_isEmpty_whenNothingWasMatched() {
    StoredResults results = new StoredResults(database, run);
    assertThat(results.sources()).isEmpty();
    assertThat(results.stores()).isEmpty();
    assertThat(results.stages()).isEmpty();
    assertThat(results.receipts()).isEqualTo(new Totals.Receipts(0, 0));
    assertThat(results.totals().parcels()).isEqualTo(new Totals.Parcels(0, 0, 0, 0, 0));
    assertThat(results.totals().kinds()).hasSize(MismatchKind.values().length);
    assertThat(results.run().run()).isEqualTo(run);
  }

  private void readBothSplits() {
    new PlanStore(database).save(run, Runs.plan(PARTITIONS, 2));
    SplitStore splits = new SplitStore(database);
    splits.finish(run, SourceName.PAYMENTS, 0, Runs.splitResult(100, 2), noRejects());
    splits.finish(run, SourceName.PAYMENTS, 1, Runs.splitResult(200, 2), noRejects());
  }

  private static Iterator<Reject> noRejects() {
    return Collections.emptyIterator();
  }

  /** Spreads parcels over partitions, each with the same counts, and plans every one. */
  private List<PlannedParcel> keep(List<Judgement> judged, RandomParcels random) {
    List<PlannedParcel> all = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      int number = partition;
      List<Judgement> part =
          judged.stream().filter(it -> judged.indexOf(it) % PARTITIONS == number).toList();
      new PartitionStore(database)
          .finish(run, number, part.iterator(), Runs.unlisted(), totals(part.size()));
      List<PlannedParcel> planned =
          part.stream()
              .map(
                  judgement ->
                      new PlannedParcel(
                          judgement.evidence().parcelId(),
                          judgement.standing(),
                          random.datafixes(judgement)))
              .toList();
      new SettleStore(database)
          .savePlanned(run, number, planned.iterator(), SettleStore.Also.NOTHING);
      all.addAll(planned);
    }
    return all;
  }

  private static PartitionTotals totals(int parcels) {
    return new PartitionTotals(
        Map.of(SourceName.PAYMENTS, new SourceTotals(10, 7, 3, 2, 5, 4, 1)),
        parcels + 10,
        10,
        6,
        4,
        List.of(
            new Totals.Minute(Runs.WINDOW.from(), 1, 2, 0),
            new Totals.Minute(Runs.WINDOW.to(), 0, 0, 5)),
        List.of(new StoreOutbounds("without-mismatch", 3)),
        Map.of(1, 1L, 3, 2L),
        List.of(),
        List.of());
  }

  private static long count(List<Judgement> judged, Predicate<Judgement> which) {
    return judged.stream().filter(which).count();
  }

  private static long affected(List<Judgement> judged, Optional<Verdict> verdict) {
    return count(judged, it -> it.standing() == Standing.AFFECTED && it.verdict().equals(verdict));
  }

  private static long ofClass(List<Judgement> judged, MismatchClass counted) {
    return count(
        judged, it -> it.mismatches().stream().anyMatch(m -> m.kind().mismatchClass() == counted));
  }

  private static Stream<Mismatch> mismatches(List<Judgement> judged) {
    return judged.stream().flatMap(judgement -> judgement.mismatches().stream());
  }

  private static Totals.KindTotals kindTotals(List<Judgement> judged, MismatchKind kind) {
    List<Mismatch> its = mismatches(judged).filter(it -> it.kind() == kind).toList();
    return new Totals.KindTotals(
        its.size(),
        its.stream().filter(it -> it.proof() == Proof.CONFIRMED).count(),
        its.stream().filter(it -> it.proof() == Proof.UNVERIFIED).count(),
        its.stream().filter(it -> it.proof() == Proof.NOT_DUE).count(),
        its.stream().filter(Mismatch::edge).count(),
        sums(its, Mismatch.Amounts::toCollectMinor),
        sums(its, Mismatch.Amounts::toRefundMinor));
  }

  private static Map<String, Long> sums(
      List<Mismatch> mismatches, Function<Mismatch.Amounts, Long> amount) {
    Map<String, Long> sums = new TreeMap<>();
    mismatches.stream()
        .filter(it -> it.proof() != Proof.NOT_DUE && amount.apply(it.amounts()) != null)
        .forEach(it -> sums.merge(it.amounts().currency(), amount.apply(it.amounts()), Long::sum));
    return sums;
  }

  private static Map<Suggestion, Long> suggested(List<PlannedParcel> planned) {
    Map<Suggestion, Long> parcels = new TreeMap<>();
    planned.forEach(
        parcel ->
            parcel.datafixes().stream()
                .map(Datafix::suggestion)
                .distinct()
                .forEach(suggestion -> parcels.merge(suggestion, 1L, Long::sum)));
    return parcels;
  }
}
