package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.job.TableSite.time;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.RecordRef;
import parcelrecon.outcome.Outcome;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.Followed;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.StoredResults;
import parcelrecon.results.Totals;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;

/** An incident looked at again: after answers, after the scripts were run, after buyers came. */
class FollowedRunTest {

  private static final Instant FIRST = Instant.parse("2022-04-13T13:30:00Z");
  private static final Instant ANSWERED = FIRST.plus(Duration.ofHours(12));
  private static final Instant FIXED = FIRST.plus(Duration.ofHours(18));
  private static final Instant LATER = FIRST.plus(Duration.ofDays(20));

  @TempDir Path folder;

  private TableSite site;
  private ResultsDatabase database;

  @BeforeEach
  void makeSite() {
    site = TableSite.ofAnEvening(folder);
    database = ResultsDatabase.open(site.csv().results());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void firstRun_isHeldAgainstNothing() {
    StoredResults first = reconcile(FIRST);
    assertThat(first.firstFound()).isEmpty();
    assertThat(first.outcomes()).isEmpty();
    assertThat(followed(first)).isEmpty();
  }

  @Test
  void runOfTheSameFacts_isShownAsTheFirst() throws IOException {
    StoredResults first = reconcile(LATER);
    StoredResults second = reconcile(LATER);
    assertThat(second.firstFound()).isEmpty();
    assertThat(followed(second)).isEmpty();
    for (String file : List.of("mismatches.csv", "statement.md", "affected-parcels.xlsx")) {
      assertThat(output(second, file)).hasSameBinaryContentAs(output(first, file));
    }
    assertThat(second.sources()).isEqualTo(first.sources());
  }

  @Test
  void answersOfStores_saySoInTheNextRun() {
    reconcile(FIRST);
    answer("SHELF", StoreAnswer.ON_SHELF);
    answer("PREPAID", StoreAnswer.HANDED_PAID);
    StoredResults second = reconcile(ANSWERED);
    assertThat(outcomes(second))
        .isEqualTo(
            Map.of(
                "SHELF", "OPEN [REVERT_OUTBOUND, SEND_REVERSAL, HOLD_PAYOUT]",
                "PREPAID", "CONFIRMED []",
                "OPEN", "OPEN [ASK_STORE, INVESTIGATE, INVESTIGATE]",
                "SHOWN", "NOTHING_TO_DO []",
                "UNPAID", "OPEN [CHECK_COLLECTION]"));
  }

  @Test
  void whatTheScriptsDid_healsAndMakesNothingNew() {
    StoredResults first = reconcile(FIRST);
    answerAll();
    reconcile(ANSWERED);
    runScripts();
    StoredResults untold = reconcile(FIXED);
    assertThat(kinds(untold, "SHELF")).containsExactly("REVERSAL_NOT_TOLD", "SHOWN_AS_FAILED");
    assertThat(outcomes(untold)).containsEntry("SHELF", "PUT_BACK [SEND_REVERSAL]");
    tellReversals();
    StoredResults fixed = reconcile(FIXED.plusSeconds(60));

    assertThat(outcomes(fixed))
        .isEqualTo(
            Map.of(
                "SHELF", "PUT_BACK []",
                "PREPAID", "PUT_BACK []",
                "OPEN", "RECORDED []",
                "SHOWN", "NOTHING_TO_DO []",
                "UNPAID", "OPEN [CHECK_COLLECTION]"));
    assertThat(classes(fixed, "SHELF", "PREPAID", "OPEN")).containsOnly(MismatchClass.COUNTER);
    assertThat(fixed.firstFound().orElseThrow().run()).isEqualTo(first.run());
    assertThat(fixed.run().dayTotal()).as("day total").isEqualTo(first.run().dayTotal());
    assertThat(first.run().dayTotal()).hasValue(5);
    assertThat(fixed.outcomes())
        .containsEntry(Outcome.PUT_BACK, new Totals.Outcomes(2, 0))
        .containsEntry(Outcome.OPEN, new Totals.Outcomes(1, 1));
  }

  @Test
  void change_isToldWithTheRunThatSuggestedIt() {
    reconcile(FIRST);
    answerAll();
    reconcile(ANSWERED);
    runScripts();
    tellReversals();
    Map<String, Followed> fixed = byId(reconcile(FIXED));

    Followed shelf = fixed.get("SHELF");
    assertThat(shelf.suggestedAsOf()).contains(ANSWERED);
    assertThat(shelf.news().outbounds())
        .singleElement()
        .satisfies(
            news -> {
              assertThat(news.then().orElseThrow().rowVersion()).isEqualTo(1);
              assertThat(news.now().rowVersion()).isEqualTo(2);
            });
    assertThat(shelf.news().refs())
        .extracting(RecordRef::text)
        .containsExactly("answers:1:1", "events:events.csv:8", "outbound:outbound:O-SHELF");
    assertThat(fixed.get("OPEN").suggestedAsOf()).contains(ANSWERED);
    assertThat(fixed.get("UNPAID").suggestedAsOf()).isEmpty();
  }

  @Test
  void change_isNotOurs_whenTheRowMovedOtherwise() {
    reconcile(FIRST);
    answerAll();
    reconcile(ANSWERED);
    site.sql("update outbound set status = 'REVERSED', row_version = 5 where parcel_id = 'SHELF'");
    assertThat(byId(reconcile(FIXED)).get("SHELF"))
        .satisfies(
            shelf -> {
              assertThat(shelf.outcome()).isEqualTo(Outcome.PUT_BACK);
              assertThat(shelf.suggestedAsOf()).isEmpty();
            });
  }

  @Test
  void laterPickUp_isToldAsSuch_whereverItsRowIs() {
    StoredResults first = reconcile(FIRST);
    answerAll();
    reconcile(ANSWERED);
    runScripts();
    tellReversals();
    reconcile(FIXED);
    pickUpAgain("SHELF", "2022-04-14T18:00:00", "2022-04-14T18:00:01");
    site.paid("SHELF", "2022-04-14T18:00:05").event("SHELF", "OUT", "2022-04-14T18:00:01");
    pickUpAgain("PREPAID", "2022-04-25T18:00:00", "2022-04-25T18:00:01");
    site.event("PREPAID", "OUT", "2022-04-25T18:00:01").paid("UNPAID", "2022-04-15T10:00:00");
    StoredResults later = reconcile(LATER);

    assertThat(outcomes(later))
        .isEqualTo(
            Map.of(
                "SHELF", "PICKED_UP_LATER []",
                "PREPAID", "PICKED_UP_LATER []",
                "OPEN", "RECORDED []",
                "SHOWN", "NOTHING_TO_DO []",
                "UNPAID", "PAID []"));
    assertThat(classes(later, "SHELF", "PREPAID", "OPEN")).containsOnly(MismatchClass.INFO);
    assertThat(later.run().dayTotal()).as("now").hasValue(3);
    assertThat(later.firstFound().orElseThrow().run().dayTotal()).as("at the time").hasValue(5);
    assertThat(later.totals().parcels().inScope()).isEqualTo(first.totals().parcels().inScope());
    assertTotalsAddUp(later);
  }

  @Test
  void recordsOutOfSight_areNotKnownAndNotHealed() {
    reconcile(FIRST);
    pickUpAgain("PREPAID", "2022-04-25T18:00:00", "2022-04-25T18:00:01");
    site.sql("delete from outbound where parcel_id = 'UNPAID'");
    site = site.withoutByKey();
    StoredResults later = reconcile(LATER);
    assertThat(outcomes(later))
        .containsEntry("PREPAID", "NOT_KNOWN [INVESTIGATE]")
        .containsEntry("UNPAID", "NOT_KNOWN [INVESTIGATE]");
    assertTotalsAddUp(later);
  }

  @Test
  void parcelOfWhichNothingIsSeen_isNotKnownAndNotClean() {
    site.pickUp("GONE", "COD", "COMPLETED", "2022-04-13T19:48:00", "2022-04-13T19:48:09");
    StoredResults first = reconcile(FIRST);
    answer("GONE", StoreAnswer.ON_SHELF);
    site.sql("delete from outbound where parcel_id = 'GONE'");
    StoredResults later = reconcile(LATER);
    assertThat(outcomes(later)).containsEntry("GONE", "NOT_KNOWN []");
    assertThat(later.totals().parcels().inScope())
        .isEqualTo(first.totals().parcels().inScope() - 1);
    ParcelLookup lookup = new ParcelLookup(database, later.run().run());
    assertThat(lookup.unlisted(List.of("GONE", "FINE"))).containsOnlyKeys("FINE");
    assertThat(lookup.parcels(List.of("GONE", "FINE"))).isEmpty();
    assertTotalsAddUp(later);
  }

  @Test
  void killedRun_keepsTheRunItWasHeldAgainst() {
    StoredResults first = reconcile(FIRST);
    pickUpAgain("PREPAID", "2022-04-25T18:00:00", "2022-04-25T18:00:01");
    Map<String, String> whole = outcomes(reconcile(LATER));
    for (Stage stage : Stage.values()) {
      RunOutcome stopped =
          ProgressThatStops.reconcile(site.site(), site.request(LATER), database, stage);
      assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
      RunOutcome resumed =
          new ReconcileJob(site.site(), database, Progress.SILENT).resume(stopped.run());
      assertThat(resumed.exitCode()).as(stage + " " + resumed).isEqualTo(ExitCode.DONE);
      StoredResults results = new StoredResults(database, resumed.run());
      assertThat(outcomes(results)).as(stage.text()).isEqualTo(whole);
      assertThat(results.firstFound().orElseThrow().run()).isEqualTo(first.run());
    }
  }

  private void answerAll() {
    answer("SHELF", StoreAnswer.ON_SHELF);
    answer("PREPAID", StoreAnswer.ON_SHELF);
    answer("OPEN", StoreAnswer.HANDED_PAID);
  }

  /** What 001-revert-outbound and 002-complete-outbound do to their rows. */
  private void runScripts() {
    site.sql(
            "update outbound set status = 'REVERSED', row_version = row_version + 1,"
                + " pickup_deadline = "
                + time("2022-04-21T12:00:00")
                + " where parcel_id in ('SHELF', 'PREPAID') and status = 'COMPLETED'")
        .sql(
            "update outbound set status = 'COMPLETED', row_version = row_version + 1"
                + " where parcel_id = 'OPEN' and status = 'PENDING'");
  }

  private void tellReversals() {
    site.event("SHELF", "REVERSED", "2022-04-14T14:00:00")
        .event("PREPAID", "REVERSED", "2022-04-14T14:00:00");
  }

  /** The counter writes over the parcel's row, as a site with one row for each parcel does. */
  private void pickUpAgain(String parcel, String requested, String completed) {
    site.sql(
        "update outbound set status = 'COMPLETED', row_version = row_version + 1, requested_at = "
            + time(requested)
            + ", completed_at = "
            + time(completed)
            + " where parcel_id = '"
            + parcel
            + "'");
  }

  private void answer(String parcel, StoreAnswer answer) {
    new AnswerStore(database)
        .add(
            "kafka",
            List.of(
                new Answer(
                    parcel,
                    new RecordRef.AnswerRow(1, 0),
                    answer,
                    FIRST.plus(Duration.ofHours(11)),
                    "Lin",
                    "")));
  }

  /** Its process died between the plan and what it says of the day. */
  @Test
  void totalOfTheDay_isThere_whenTheRunWasResumedWithItsPlan() throws SQLException {
    StoredResults whole = reconcile(FIRST);
    assertThat(whole.run().dayTotal()).isPresent();
    try (Connection connection =
            DriverManager.getConnection(site.csv().results().url(), "recon", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update run set state = 'INTERRUPTED', exit_code = null, ended_at = null,"
              + " day_total = null");
      statement.execute("update batch_job_execution set status = 'FAILED'");
    }
    RunOutcome resumed =
        new ReconcileJob(site.site(), database, Progress.SILENT).resume(whole.run().run());
    assertThat(new StoredResults(database, resumed.run()).run().dayTotal())
        .isEqualTo(whole.run().dayTotal());
  }

  private StoredResults reconcile(Instant asOf) {
    RunOutcome outcome =
        new ReconcileJob(site.site(), database, Progress.SILENT).reconcile(site.request(asOf));
    assertThat(outcome.exitCode()).as(outcome.toString()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    return new StoredResults(database, outcome.run());
  }

  private Path output(StoredResults results, String file) {
    return OutputFolder.of(results.run()).resolve(file);
  }

  private static List<Followed> followed(StoredResults results) {
    List<Followed> followed = new ArrayList<>();
    results.forEachFollowed(followed::add);
    return followed;
  }

  private static Map<String, Followed> byId(StoredResults results) {
    Map<String, Followed> byId = new TreeMap<>();
    followed(results).forEach(parcel -> byId.put(parcel.parcelId(), parcel));
    return byId;
  }

  private static Map<String, String> outcomes(StoredResults results) {
    Map<String, String> outcomes = new TreeMap<>();
    byId(results)
        .forEach(
            (id, parcel) ->
                outcomes.put(
                    id,
                    parcel.outcome()
                        + " "
                        + parcel.left().stream()
                            .map(Datafix::suggestion)
                            .map(Suggestion::name)
                            .toList()));
    return outcomes;
  }

  private static List<String> kinds(StoredResults results, String parcel) {
    return mismatches(results).stream()
        .filter(mismatch -> mismatch.parcelId().equals(parcel))
        .map(mismatch -> mismatch.kind().name())
        .toList();
  }

  private static List<MismatchClass> classes(StoredResults results, String... parcels) {
    return mismatches(results).stream()
        .filter(mismatch -> List.of(parcels).contains(mismatch.parcelId()))
        .map(mismatch -> mismatch.kind().mismatchClass())
        .toList();
  }

  private static List<Mismatch> mismatches(StoredResults results) {
    List<Mismatch> mismatches = new ArrayList<>();
    results.forEachParcel(
        parcel -> {
          assertThat(parcel.mismatches()).isNotEmpty();
          parcel.mismatches().forEach(row -> mismatches.add(row.mismatch()));
        });
    return mismatches;
  }

  private static void assertTotalsAddUp(StoredResults results) {
    Totals.Parcels parcels = results.totals().parcels();
    assertThat(
            parcels.affected()
                + parcels.downstreamOnly()
                + parcels.informational()
                + parcels.clean())
        .isEqualTo(parcels.inScope());
    results
        .sources()
        .forEach(
            source -> {
              assertThat(source.counts().accepted() + source.counts().rejected())
                  .isEqualTo(source.counts().read());
              assertThat(source.counts().inScope() + source.counts().outOfScope())
                  .isEqualTo(source.counts().accepted());
            });
  }
}
