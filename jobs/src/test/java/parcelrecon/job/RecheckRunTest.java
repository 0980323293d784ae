package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceName;
import parcelrecon.outcome.Change;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.DiffRow;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.Reading;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunDiff;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.SourceRow;
import parcelrecon.results.StoredResults;

/** A re-check against a run of the whole window at the same time: both must say the same. */
class RecheckRunTest {

  private static final Instant FIRST = Instant.parse("2022-04-13T13:30:00Z");
  private static final Instant NEXT_DAY = FIRST.plus(Duration.ofHours(18));
  private static final Instant LATER = FIRST.plus(Duration.ofDays(20));

  private static final List<String> PARCELS =
      List.of("SHELF", "PREPAID", "OPEN", "SHOWN", "UNPAID", "FINE", "ELSE", "GONE", "QUICK");

  @TempDir Path folder;

  private TableSite site;
  private ResultsDatabase database;
  private ResultsDatabase whole;

  @BeforeEach
  void makeSite() {
    site =
        TableSite.ofAnEvening(folder)
            .pickUp("GONE", "COD", "COMPLETED", "2022-04-13T19:48:00", "2022-04-13T19:48:09")
            .pickUp("QUICK", "COD", "COMPLETED", "2022-04-13T19:49:00", "2022-04-13T19:49:01")
            .paid("QUICK", "2022-04-13T19:49:02");
    database = ResultsDatabase.open(results("rechecked"));
    whole = ResultsDatabase.open(results("whole"));
    reconcile(database, FIRST);
    reconcile(whole, FIRST);
  }

  private ResultsSettings results(String name) {
    return new ResultsSettings(
        "jdbc:h2:file:" + folder.resolve(name), Optional.empty(), Optional.empty());
  }

  @AfterEach
  void close() {
    database.close();
    whole.close();
  }

  @Test
  void nothingHasChanged() {
    assertSame(recheck(FIRST), reconcile(whole, FIRST));
  }

  @Test
  void everythingOfADay_isTold() {
    site.sql(
            "update outbound set status = 'REVERSED', row_version = 2"
                + " where parcel_id in ('SHELF', 'PREPAID')")
        .sql("update outbound set status = 'COMPLETED', row_version = 2 where parcel_id = 'OPEN'")
        .sql("delete from outbound where parcel_id = 'GONE'")
        .event("SHELF", "REVERSED", "2022-04-14T14:00:00")
        .paid("UNPAID", "2022-04-14T10:00:00");
    answer("PREPAID", StoreAnswer.HANDED_PAID);
    StoredResults rechecked = recheck(NEXT_DAY);
    assertSame(rechecked, reconcile(whole, NEXT_DAY));
    assertThat(changes(1, rechecked.run().run()))
        .containsEntry("UNPAID UNCOLLECTED", "HEALED [payments:payments.csv:7]")
        .containsEntry("GONE EVENT_MISSING", "NOT_KNOWN");
    assertThat(rechecked.run().state()).isEqualTo(RunState.COMPLETE);
    assertSame(recheck(LATER), reconcile(whole, LATER));
  }

  @Test
  void whatComesBack_isOpenAgain() throws IOException {
    Path payments = folder.resolve("payments.csv");
    String unpaid = Files.readString(payments);
    site.paid("UNPAID", "2022-04-14T10:00:00");
    StoredResults healed = recheck(NEXT_DAY);
    assertThat(changes(1, healed.run().run()))
        .containsEntry("UNPAID UNCOLLECTED", "HEALED [payments:payments.csv:7]");
    reconcile(whole, NEXT_DAY);
    Files.writeString(payments, unpaid);
    StoredResults again = recheck(LATER);
    assertSame(again, reconcile(whole, LATER));
    assertThat(changes(healed.run().run(), again.run().run()))
        .containsEntry("UNPAID UNCOLLECTED", "REOPENED");
  }

  @Test
  void onlyKnownParcelsAreAskedFor_andOnlyWhatHasChangedIsRead() {
    site.pickUp("NEW", "COD", "COMPLETED", "2022-04-13T19:50:00", "2022-04-13T19:50:09")
        .paid("UNPAID", "2022-04-14T10:00:00")
        .paid("NEW", "2022-04-13T19:50:00");
    StoredResults rechecked = recheck(NEXT_DAY);
    assertThat(new ParcelLookup(database, rechecked.run().run()).unlisted(List.of("NEW", "FINE")))
        .containsOnlyKeys("FINE");
    assertThat(readings(rechecked))
        .isEqualTo(
            Map.of(
                SourceName.OUTBOUND, Reading.BY_KEY,
                SourceName.PAYMENTS, Reading.WINDOW,
                SourceName.EVENTS, Reading.AS_BEFORE));
    SourceRow outbound = source(rechecked, SourceName.OUTBOUND);
    assertThat(outbound.counts().read()).isZero();
    assertThat(outbound.secondLook().lookedUp()).isEqualTo(7);
    assertThat(outbound.coverage().reasons())
        .extracting(Coverage.Reason::code)
        .contains(Coverage.Code.ASKED_BY_KEY);
    SourceRow payments = source(rechecked, SourceName.PAYMENTS);
    assertThat(payments.counts().read() + payments.counts().filtered()).isEqualTo(7);
    assertThat(payments.counts().filtered()).as("FINE, ELSE, NEW").isEqualTo(3);
    assertThat(source(rechecked, SourceName.EVENTS).counts())
        .isEqualTo(source(new StoredResults(database, 1), SourceName.EVENTS).counts());
  }

  @Test
  void interruptedRecheck_isGoneOnWith() {
    site.paid("UNPAID", "2022-04-14T10:00:00")
        .sql("update outbound set status = 'COMPLETED', row_version = 2 where parcel_id = 'OPEN'");
    StoredResults expected = reconcile(whole, NEXT_DAY);
    for (Stage stage : Stage.values()) {
      site.paid("ELSE-" + stage, "2022-04-14T10:00:00");
      RunOutcome stopped =
          ProgressThatStops.reconcile(site.site(), request(NEXT_DAY), database, stage);
      assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);
      RunOutcome resumed =
          new ReconcileJob(site.site(), database, Progress.SILENT).resume(stopped.run());
      assertThat(resumed.exitCode()).as(stage + " " + resumed).isEqualTo(ExitCode.DONE);
      assertSame(new StoredResults(database, resumed.run()), expected);
    }
  }

  @Test
  void whatTheWindowDidNotShow_staysInDoubt_thoughTheParcelsAreAskedFor() throws IOException {
    Files.writeString(
        folder.resolve("payments.csv"),
        Files.readString(folder.resolve("payments.csv")) + "CUT,M-CUT,5");
    StoredResults cut = reconcile(database, FIRST);
    assertThat(cut.run().state()).isEqualTo(RunState.INCOMPLETE);
    Files.writeString(
        folder.resolve("payments.csv"),
        Files.readString(folder.resolve("payments.csv")) + "00,2022-04-13T19:50:00\n");
    StoredResults rechecked = recheck(NEXT_DAY);
    assertThat(rechecked.run().state()).isEqualTo(RunState.INCOMPLETE);
    assertThat(source(rechecked, SourceName.PAYMENTS).coverage().lacking())
        .extracting(Coverage.Reason::code)
        .containsExactly(Coverage.Code.PARCELS_OF_RUN);
    assertThat(source(recheck(LATER), SourceName.PAYMENTS).coverage().lacking())
        .extracting(reason -> reason.arguments().get(0))
        .containsExactly(String.valueOf(cut.run().run()));
  }

  private void assertSame(StoredResults rechecked, StoredResults expected) {
    assertThat(output(rechecked, "mismatches.csv")).isEqualTo(output(expected, "mismatches.csv"));
    assertThat(rechecked.totals()).isEqualTo(expected.totals());
    assertThat(rechecked.tieOut()).isEqualTo(expected.tieOut());
    assertThat(rechecked.minutes(10_000)).isEqualTo(expected.minutes(10_000));
    assertThat(rechecked.stores()).isEqualTo(expected.stores());
    assertThat(rechecked.found()).isEqualTo(expected.found());
    assertThat(rechecked.receipts()).isEqualTo(expected.receipts());
    assertThat(rechecked.clocks()).isEqualTo(expected.clocks());
    assertThat(rechecked.outcomes()).isEqualTo(expected.outcomes());
    assertThat(rechecked.stillAffected()).isEqualTo(expected.stillAffected());
    assertThat(rechecked.run().dayTotal()).isEqualTo(expected.run().dayTotal());
    assertThat(rechecked.run().state()).isEqualTo(expected.run().state());
    assertThat(new ParcelLookup(database, rechecked.run().run()).unlisted(PARCELS))
        .isEqualTo(new ParcelLookup(whole, expected.run().run()).unlisted(PARCELS));
    assertThat(new ParcelLookup(database, rechecked.run().run()).parcels(PARCELS))
        .isEqualTo(new ParcelLookup(whole, expected.run().run()).parcels(PARCELS));
  }

  private Map<String, String> changes(long before, long after) {
    Map<String, String> changes = new TreeMap<>();
    RunStore runs = new RunStore(database);
    RunDiff.between(database, runs.find(before).orElseThrow(), runs.find(after).orElseThrow())
        .read(row -> changes.put(row.parcelId() + " " + row.kind(), told(row)));
    return changes;
  }

  private static String told(DiffRow row) {
    return row.change() == Change.HEALED
        ? row.change() + " " + row.healedBy().stream().map(RecordRef::text).toList()
        : row.change().toString();
  }

  private Map<SourceName, Reading> readings(StoredResults results) {
    Map<SourceName, Reading> readings = new TreeMap<>();
    new parcelrecon.results.PlanStore(database)
        .find(results.run().run())
        .orElseThrow()
        .sources()
        .forEach(source -> readings.put(source.name(), source.reading()));
    return readings;
  }

  private static SourceRow source(StoredResults results, SourceName name) {
    return results.sources().stream()
        .filter(source -> source.name() == name)
        .findFirst()
        .orElseThrow();
  }

  private static String output(StoredResults results, String file) {
    try {
      return Files.readString(OutputFolder.of(results.run()).resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(String parcel, StoreAnswer answer) {
    for (ResultsDatabase each : List.of(database, whole)) {
      new AnswerStore(each)
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
  }

  private StoredResults recheck(Instant asOf) {
    return done(
        database,
        new ReconcileJob(site.site(), database, Progress.SILENT).reconcile(request(asOf)));
  }

  private ReconcileRequest request(Instant asOf) {
    RunStore runs = new RunStore(database);
    RunRow latest = runs.latestFinished(runs.find(1).orElseThrow()).orElseThrow();
    return ReconcileRequest.recheck(latest, asOf, latest.options());
  }

  private StoredResults reconcile(ResultsDatabase into, Instant asOf) {
    return done(
        into, new ReconcileJob(site.site(), into, Progress.SILENT).reconcile(site.request(asOf)));
  }

  private static StoredResults done(ResultsDatabase from, RunOutcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
    return new StoredResults(from, outcome.run());
  }
}
