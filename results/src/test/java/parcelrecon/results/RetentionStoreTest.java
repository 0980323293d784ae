package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.due.Sla;
import parcelrecon.model.Control;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.audit.AuditChain;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.retention.RetentionStore;
import parcelrecon.results.retention.Stay;
import parcelrecon.results.review.Ages;
import parcelrecon.results.review.MismatchId;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;

/** Removal of runs, as every kind of results database does it. */
public class RetentionStoreTest extends OnResults {

  private static final String INCIDENT = "2022-04-13-kafka";
  private static final Instant NOW = Runs.AS_OF.plus(Duration.ofDays(500));
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(400));
  private static final RetentionStore.Reason REASON =
      new RetentionStore.Reason("retention", "older than 400d");

  /** All that is kept of what a run found. */
  private static final List<String> FINDINGS =
      List.of(
          "run_plan",
          "planned_source",
          "planned_split",
          "listed_store",
          "reject",
          "run_stage",
          "judging_context",
          "matched_partition",
          "partition_source",
          "partition_minute",
          "partition_store",
          "partition_slow",
          "partition_unlisted",
          "partition_clock",
          "partition_cod_balance",
          "parcel",
          "evidence",
          "mismatch",
          "datafix",
          "receipt_candidate",
          "followed_parcel",
          "settled_amount",
          "listed_mismatch",
          "listed_partition",
          "listed_total",
          "followed_count");

  private final RandomParcels parcels = new RandomParcels(17);
  private RetentionStore store;

  @BeforeEach
  void store() {
    store = new RetentionStore(database, InstantSource.fixed(NOW));
  }

  private Judgement judgement(String parcelId) {
    Judgement judgement = parcels.judgement(parcelId);
    while (judgement.mismatches().get(0).kind().mismatchClass() == MismatchClass.INFO) {
      judgement = parcels.judgement(parcelId);
    }
    return judgement;
  }

  /** With a suggestion on its first mismatch, which is a task or a mere note. */
  private static void add(KeptRun run, Judgement judgement, RandomParcels parcels, boolean isOpen) {
    Mismatch first = judgement.mismatches().get(0);
    run.add(
        judgement,
        List.of(
            new Datafix(
                Suggestion.REVERT_OUTBOUND,
                isOpen ? Datafix.Form.SQL : Datafix.Form.NOTE,
                first.kind(),
                first.group(),
                null,
                null)));
  }

  private long run(boolean isOpen, Judgement... found) {
    KeptRun run = new KeptRun(List.of(), parcels);
    for (Judgement judgement : found) {
      add(run, judgement, parcels, isOpen);
    }
    long number = run.keep(database, 3);
    new Listing(database).build(number);
    new RunStore(database).release(number);
    return number;
  }

  private long rows(String table, long run) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from " + table + " where run = :run")
                    .bind("run", run)
                    .mapTo(Long.class)
                    .one());
  }

  private void assertNothingIsLeft(long run) {
    for (String table : FINDINGS) {
      assertThat(rows(table, run)).as(table).isZero();
    }
  }

  private RunRow row(long run) {
    return new RunStore(database).find(run).orElseThrow();
  }

  private List<String> audit() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select actor || ' ' || action || ' ' || subject || ' ' || detail"
                            + " from audit_entry order by entry_no")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void oldRuns_loseWhatTheyFound_andTellWhatTheyCounted() {
    long first = run(false, judgement("P1"), judgement("P2"));
    long second = run(false, judgement("P1"));
    Totals counted = new StoredResults(database, first).totals();

    assertThat(store.incidents(Runs.AS_OF)).isEmpty();
    assertThat(store.incidents(BEFORE)).containsExactly(INCIDENT);
    assertThat(store.decide(INCIDENT, BEFORE).going()).containsExactly(first, second);
    assertThat(store.remove(INCIDENT, BEFORE, REASON)).containsExactly(second, first);

    assertNothingIsLeft(first);
    assertNothingIsLeft(second);
    assertThat(row(first).removedAt()).contains(NOW.minusNanos(NOW.getNano()));
    assertThat(row(first).state()).isEqualTo(RunState.COMPLETE);
    assertThat(row(first).hasResults()).isFalse();
    assertThat(new StoredResults(database, first).totals()).isEqualTo(counted);
    assertThat(new RunList(database).newest(RunList.END, 10))
        .allSatisfy(run -> assertThat(run.totals()).isPresent());
    assertThat(audit())
        .containsExactly(
            "retention RUN_REMOVED run 2 {\"incident\":\"2022-04-13-kafka\","
                + "\"reason\":\"older than 400d\"}",
            "retention RUN_REMOVED run 1 {\"incident\":\"2022-04-13-kafka\","
                + "\"reason\":\"older than 400d\"}");
    assertThat(new AuditChain(database).verify().misfit()).isEmpty();
    assertThat(store.incidents(BEFORE)).isEmpty();
    assertThat(store.clearLeft()).isEmpty();
  }

  @Test
  void everyReader_copes_withARunBetweenThatWasRemoved() {
    Judgement stays = judgement("P1");
    Judgement comesSecond = judgement("P2");
    long first = run(true, stays);
    long second = run(true, stays, comesSecond);
    long third = run(true, stays, comesSecond);
    later(second, Duration.ofDays(7));
    MismatchId id = id(comesSecond);
    LocalDate foundBefore = found(third, id);

    assertThat(store.decide(INCIDENT, BEFORE).staying())
        .isEqualTo(Map.of(first, Stay.REFERRED_TO, third, Stay.OPEN));
    assertThat(store.remove(INCIDENT, BEFORE, REASON)).containsExactly(second);

    assertNothingIsLeft(second);
    assertThat(found(third, id)).as("age").isEqualTo(foundBefore);
    assertThat(new RunList(database).ofIncident(INCIDENT, RunList.END, 9))
        .extracting(RunRow::run)
        .containsExactly(third, first);
    assertThat(new RunList(database).latestOfIncidents(9))
        .containsExactly(new RunList.Latest(INCIDENT, third));
    assertThat(RunDiff.between(database, row(first), row(third)).read(row -> {})).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunDiff.between(database, row(first), row(second)));
    assertThat(new StoredResults(database, third).firstFound()).isPresent();
    new StoredResults(database, third).forEachFollowed(parcel -> assertThat(parcel).isNotNull());
    assertThat(new Listing(database).isThere(second)).isFalse();
    assertThat(new StoredResults(database, Runs.begin(database)).run().answersThrough()).isZero();
    assertThat(new RunStore(database).findFirstFound(4)).hasValue(first);
  }

  private void later(long run, Duration time) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update run set started_at = :at where run >= :run")
                    .bind("at", Runs.AS_OF.plus(time).toString())
                    .bind("run", run)
                    .execute());
  }

  private static MismatchId id(Judgement judgement) {
    Mismatch first = judgement.mismatches().get(0);
    return new MismatchId(first.parcelId(), first.kind(), first.group());
  }

  private LocalDate found(long run, MismatchId id) {
    return new Ages(database, row(run), new Sla(List.of()), LocalDate.parse("2023-10-01"))
        .of(id, new Sla.Money(null, null), Optional.empty())
        .found();
  }

  @Test
  void incidentThatGoesWholly_isFirstFoundAnew_andKeepsNoAges() {
    run(false, judgement("P1"));
    run(false, judgement("P1"), judgement("P2"));
    store.remove(INCIDENT, BEFORE, REASON);
    long known =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from first_listed")
                        .mapTo(Long.class)
                        .one());
    assertThat(known).isZero();
    long next = run(true, judgement("P1"));
    assertThat(new RunStore(database).findFirstFound(next)).isEmpty();
    assertThat(found(next, id(judgement("P1")))).isNotNull();
  }

  @Test
  void interruptedRun_hasFailed_onceItIsRemoved_andIsNotGoneOnWith() {
    long run = Runs.begin(database);
    new RunStore(database).changeState(run, RunState.INTERRUPTED);
    new RunStore(database).release(run);
    assertThat(store.remove(INCIDENT, BEFORE, REASON)).containsExactly(run);
    assertThat(row(run).state()).isEqualTo(RunState.FAILED);
    assertThat(row(run).exitCode()).hasValue(6);
    assertThat(row(run).endedAt()).isPresent();
    assertThat(new RunStore(database).take(run)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunStore(database).changeState(run, RunState.RUNNING));
  }

  @Test
  void whatAKilledProcessLeft_isCleared_byTheNext() {
    long run = run(false, judgement("P1"), judgement("P2"));
    database
        .jdbi()
        .useHandle(handle -> handle.execute("update run set removed_at = '2023-01-01T00:00:00Z'"));
    assertThat(store.clearLeft()).containsExactly(run);
    assertNothingIsLeft(run);
  }

  @Test
  void controlGoes_withItsRun() {
    RunStore runs = new RunStore(database);
    long run =
        runs.beginWithControl(
            Runs.incident(INCIDENT),
            Runs.AS_OF,
            new Control(Runs.WINDOW, Runs.AS_OF),
            Runs.options(),
            Runs.configuration(),
            Runs.AS_OF);
    long control = runs.findControl(run).orElseThrow().run();
    new PlanStore(database).save(control, Runs.plan(1, 1));
    runs.end(control, RunState.COMPLETE, 0, Runs.AS_OF);
    runs.end(run, RunState.FAILED, 5, Runs.AS_OF);
    runs.release(control);
    runs.release(run);
    assertThat(store.remove(INCIDENT, BEFORE, REASON)).containsExactly(run);
    assertNothingIsLeft(control);
    assertThat(row(control).removedAt()).isPresent();
  }

  @Test
  void diff_isRefused_whereARunIsRemovedWhileItIsRead() {
    long first = run(true, judgement("P1"));
    long second = run(true, judgement("P1"));
    RunDiff diff = RunDiff.between(database, row(first), row(second));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update run set removed_at = '2023-01-01T00:00:00Z' where run = " + first));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> diff.read(row -> {}))
        .withMessageContaining("was removed while it was being read");
  }

  @Test
  void recheck_isNotBegun_ofARunThatWasRemoved() {
    long run = run(false, judgement("P1"));
    RunRow before = row(run);
    store.remove(INCIDENT, BEFORE, REASON);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                new RunStore(database)
                    .beginRecheck(
                        before, Runs.AS_OF, Runs.options(), Runs.configuration(), Runs.AS_OF))
        .withMessageContaining("run " + run + ": what it found was removed");
    assertThat(new RunStore(database).find(run + 1)).isEmpty();
  }
}
