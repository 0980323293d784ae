package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Utf8Order;
import parcelrecon.model.Window;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.RuleSettings;
import parcelrecon.rule.Standing;
import parcelrecon.rule.Tolerance;
import parcelrecon.spill.Partitions;

/** Which run first found an incident, and the parcels of it that a later run follows. */
class FirstFoundTest extends OnResults {

  private static final long SEED = 20220413;
  private static final Incident INCIDENT = Runs.incident("2022-04-13-kafka");

  private RunStore runs;

  @BeforeEach
  void open() {
    runs = new RunStore(database);
  }

  @Test
  void firstFound_isTheEarliestFinishedRun_ofTheIncidentAndItsWindow() {
    end(Runs.begin(database), RunState.FAILED);
    long interrupted = Runs.begin(database);
    runs.changeState(interrupted, RunState.INTERRUPTED);
    end(begin(Runs.incident("another")), RunState.COMPLETE);
    end(begin(withWindowTo(INCIDENT, 1)), RunState.COMPLETE);
    long first = Runs.begin(database);
    assertThat(runs.findFirstFound(first)).isEmpty();
    end(first, RunState.INCOMPLETE);
    end(Runs.begin(database), RunState.COMPLETE);
    long later = Runs.begin(database);
    assertThat(runs.findFirstFound(later)).hasValue(first);

    end(interrupted, RunState.COMPLETE);
    openAgain();
    runs = new RunStore(database);
    assertThat(runs.findFirstFound(later)).as("frozen when it began").hasValue(first);
    assertThat(runs.findFirstFound(first)).isEmpty();
  }

  @Test
  void controls_areNoFirstRun_andHaveNone() {
    long compared =
        runs.beginWithControl(
            INCIDENT,
            Runs.AS_OF,
            new Control(Runs.WINDOW, Runs.AS_OF),
            Runs.options(),
            Runs.configuration(),
            Runs.AS_OF);
    long control = runs.findControl(compared).orElseThrow().run();
    end(control, RunState.COMPLETE);
    assertThat(runs.findFirstFound(Runs.begin(database))).isEmpty();
    end(compared, RunState.COMPLETE);
    assertThat(runs.findFirstFound(Runs.begin(database))).hasValue(compared);
    assertThat(runs.findFirstFound(control)).isEqualTo(OptionalLong.empty());
  }

  @Test
  void followedParcels_comeThenAndNow_inTheOrderOfTheirBytes_whateverThePartitions() {
    List<Judgement> then = affected(600);
    long first = Runs.begin(database);
    keep(first, 5, then, List.of());
    List<Judgement> still = new ArrayList<>();
    List<Judgement> gone = new ArrayList<>();
    for (int at = 0; at < then.size(); at++) {
      (at % 3 == 0 ? gone : still).add(at % 3 == 0 ? withoutAnything(then.get(at)) : then.get(at));
    }
    still.addAll(new RandomParcels(3).judgements(50, "ELSE"));
    long later = Runs.begin(database);
    keep(later, 15, still, gone);

    List<Followed> followed = followed(later);

    assertThat(followed)
        .extracting(Followed::parcelId)
        .isEqualTo(
            then.stream()
                .map(judgement -> judgement.evidence().parcelId())
                .sorted(Utf8Order.COMPARATOR)
                .toList());
    for (Followed parcel : followed) {
      assertThat(parcel.then().mismatches()).isNotEmpty();
      if (parcel.now().mismatches().isEmpty()) {
        assertThat(parcel.now().evidence()).isEqualTo(withoutAnything(parcel.parcelId()));
        assertThat(parcel.now().standing()).isEqualTo(Standing.CLEAN);
      } else {
        assertThat(parcel.now()).isEqualTo(parcel.then());
        assertThat(parcel.differs()).isFalse();
        assertThat(parcel.news().isNone()).isTrue();
      }
    }
    StoredResults results = new StoredResults(database, later);
    assertThat(results.firstFound()).map(found -> found.run().run()).contains(first);
    assertThat(results.outcomes().values().stream().mapToLong(Totals.Outcomes::parcels).sum())
        .isEqualTo(then.size());
    List<ParcelRow> listed = new ArrayList<>();
    results.forEachParcel(listed::add);
    assertThat(listed).as("only those with a mismatch are listed").hasSameSizeAs(still);
  }

  @Test
  void counts_areRead_notCounted_onceTheyAreKept() {
    List<Judgement> then = affected(60);
    long first = Runs.begin(database);
    keep(first, 3, then, List.of());
    long later = Runs.begin(database);
    List<Judgement> gone = then.stream().limit(20).map(FirstFoundTest::withoutAnything).toList();
    keep(later, 5, then.subList(20, then.size()), gone);
    StoredResults counted = new StoredResults(database, later);
    assertThat(counted.stillAffected()).isEqualTo(then.size() - 20);

    counted.keepFollowed();
    counted.keepFollowed();
    openAgain();
    StoredResults kept = new StoredResults(database, later);
    List<String> statements = new ArrayList<>();
    database.jdbi().setSqlLogger(noting(statements));
    assertThat(kept.firstFound()).map(found -> found.run().run()).contains(first);
    assertThat(kept.outcomes()).isEqualTo(counted.outcomes());
    assertThat(kept.stillAffected()).isEqualTo(then.size() - 20);
    assertThat(statements).noneMatch(sql -> sql.contains("from evidence"));
  }

  @Test
  void counts_areKept_thatNothingDiffers() {
    List<Judgement> then = affected(40);
    keep(Runs.begin(database), 4, then, List.of());
    long later = Runs.begin(database);
    keep(later, 4, then, List.of());
    new StoredResults(database, later).keepFollowed();

    StoredResults kept = new StoredResults(database, later);
    assertThat(kept.firstFound()).isEmpty();
    assertThat(kept.outcomes()).isEmpty();
    assertThat(kept.stillAffected()).isZero();
  }

  @Test
  void counts_areForgotten_whenTheRunGoesOn() {
    List<Judgement> then = affected(20);
    keep(Runs.begin(database), 2, then, List.of());
    long later = Runs.begin(database);
    keep(later, 2, then, List.of());
    new StoredResults(database, later).keepFollowed();

    runs.changeState(later, RunState.RUNNING);
    List<Judgement> gone = then.stream().map(FirstFoundTest::withoutAnything).toList();
    keep(later, 2, List.of(), gone);
    assertThat(new StoredResults(database, later).firstFound()).isPresent();
    assertThat(new StoredResults(database, later).stillAffected()).isZero();
  }

  private static SqlLogger noting(List<String> statements) {
    return new SqlLogger() {
      @Override
      public void logAfterExecution(StatementContext context) {
        statements.add(context.getRenderedSql());
      }
    };
  }

  @Test
  void nothingIsShown_whenNothingDiffers() {
    List<Judgement> then = affected(40);
    keep(Runs.begin(database), 4, then, List.of());
    long later = Runs.begin(database);
    keep(later, 4, then, List.of());
    StoredResults results = new StoredResults(database, later);
    assertThat(results.firstFound()).isEmpty();
    assertThat(results.outcomes()).isEmpty();
    assertThat(followed(later)).isEmpty();
  }

  @Test
  void firstRunIsShown_whenOnlyTheDayTotalDiffers() {
    List<Judgement> then = affected(40);
    long first = Runs.begin(database);
    runs.saveDayTotal(first, 161_569);
    keep(first, 4, then, List.of());
    long later = Runs.begin(database);
    runs.saveDayTotal(later, 161_568);
    keep(later, 4, then, List.of());
    StoredResults results = new StoredResults(database, later);
    assertThat(results.firstFound().orElseThrow().run().dayTotal()).hasValue(161_569);
    assertThat(results.outcomes().keySet()).isSubsetOf(Outcome.NOTHING_TO_DO, Outcome.OPEN);
  }

  @Test
  void followedParcels_areForgotten_whenTheirPartitionIsMatchedAgain() {
    List<Judgement> then = affected(20);
    keep(Runs.begin(database), 1, then, List.of());
    long later = Runs.begin(database);
    List<Judgement> gone = then.stream().map(FirstFoundTest::withoutAnything).toList();
    keep(later, 1, List.of(), gone);
    assertThat(followed(later)).hasSameSizeAs(then);
    new PartitionStore(database).reopen(later);
    assertThatIllegalStateException().isThrownBy(() -> followed(later));
    keep(later, 1, then, List.of());
    assertThat(followed(later)).isEmpty();
  }

  private static List<Judgement> affected(int count) {
    return new RandomParcels(SEED)
        .judgements(count * 3, "TW").stream()
            .filter(judgement -> judgement.standing() == Standing.AFFECTED)
            .sorted(Comparator.comparing(judgement -> judgement.evidence().parcelId()))
            .limit(count)
            .toList();
  }

  private static Judgement withoutAnything(Judgement judgement) {
    return new Judgement(
        withoutAnything(judgement.evidence().parcelId()),
        true,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static ParcelEvidence withoutAnything(String id) {
    return new ParcelEvidence(id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private void keep(
      long run, int partitions, List<Judgement> judged, List<Judgement> withoutMismatch) {
    Partitions spread = new Partitions(partitions);
    new PlanStore(database).save(run, Runs.plan(partitions, 1));
    for (int partition = 0; partition < partitions; partition++) {
      List<Judgement> part = of(judged, spread, partition);
      new PartitionStore(database)
          .finish(
              run,
              partition,
              part.iterator(),
              new PartitionStore.Others(
                  Runs.unlisted().unlisted(), of(withoutMismatch, spread, partition).iterator()),
              Runs.totals(part.size(), 0));
    }
    new ContextStore(database).save(run, context());
    end(run, RunState.COMPLETE);
  }

  private static List<Judgement> of(List<Judgement> judged, Partitions spread, int partition) {
    return judged.stream()
        .filter(judgement -> spread.of(judgement.evidence().parcelId()) == partition)
        .toList();
  }

  private static JudgingContext context() {
    return new JudgingContext(
        Runs.WINDOW,
        List.of(),
        Runs.AS_OF,
        new RuleSettings(Map.of(), Tolerance.NONE),
        new JudgingContext.Sources(Map.of(), true, Optional.empty(), true),
        JudgingContext.Events.NONE);
  }

  private List<Followed> followed(long run) {
    List<Followed> followed = new ArrayList<>();
    new StoredResults(database, run).forEachFollowed(followed::add);
    return followed;
  }

  private long begin(Incident incident) {
    return runs.begin(incident, Runs.AS_OF, Runs.options(), Runs.configuration(), Runs.AS_OF);
  }

  private void end(long run, RunState state) {
    runs.end(run, state, 0, Runs.AS_OF);
  }

  private static Incident withWindowTo(Incident incident, long secondsLater) {
    Window window = incident.window();
    return new Incident(
        incident.id(),
        incident.title(),
        incident.market(),
        new Window(window.from(), window.to().plusSeconds(secondsLater), window.zone()),
        incident.times(),
        incident.phases(),
        incident.claims());
  }
}
