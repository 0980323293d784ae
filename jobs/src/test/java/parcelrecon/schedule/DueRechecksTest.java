package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.ClosingStore;

/** Open incidents are asked about every morning until nothing is open, or somebody closes them. */
class DueRechecksTest {

  private static final RecheckTimes AT_SEVEN =
      new RecheckTimes(Cron.parse("0 7 * * *").orElseThrow(), CsvSite.TAIPEI);

  @TempDir Path folder;

  private Instant now = Instant.parse("2022-04-16T10:00:00Z");
  private CsvSite site;
  private ResultsDatabase database;
  private RunDesk desk;

  @BeforeEach
  void firstRun() throws InterruptedException {
    site =
        CsvSite.in(folder)
            .outbounds(
                "P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39",
                "P2,COD,500,O2,C2,2022-04-13T19:43:30,2022-04-13T19:43:31")
            .payments("P2,M2,500,2022-04-13T19:50:10", "Z,M9,1,2022-04-16T01:00:00");
    database = ResultsDatabase.open(site.results());
    desk = new RunDesk(incident -> site.site(), database);
    desk.await(desk.start(site.requestAsOf(now), LongSupplier::getAsLong));
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  private void workAt(String time) throws InterruptedException {
    now = Instant.parse(time);
    new DueRechecks(AT_SEVEN, database, desk, () -> now).work();
  }

  /** As run, its base, as-of and state. */
  private List<String> runs() {
    List<String> runs = new ArrayList<>();
    for (CountedRun each : new RunList(database).newest(RunList.END, 100)) {
      RunRow row = each.row();
      runs.add(
          row.run()
              + " of "
              + row.recheckOf().orElse(0)
              + " "
              + row.asOf().toString().substring(0, 13)
              + " "
              + row.state());
    }
    Collections.reverse(runs);
    return runs;
  }

  @Test
  void openIncident_isReCheckedOnceARound_untilNothingIsOpen() throws Exception {
    workAt("2022-04-16T22:59:00Z");
    assertThat(runs()).hasSize(1);
    workAt("2022-04-16T23:00:00Z");
    workAt("2022-04-16T23:01:00Z");
    assertThat(runs()).hasSize(2).last().isEqualTo("2 of 1 2022-04-16T23 COMPLETE");
    site.payments(
        "P2,M2,500,2022-04-13T19:50:10",
        "P1,M1,500,2022-04-17T10:00:00",
        "Z,M9,1,2022-04-17T11:00:00");
    workAt("2022-04-17T23:00:00Z");
    assertThat(runs()).hasSize(3).last().isEqualTo("3 of 2 2022-04-17T23 COMPLETE");
    workAt("2022-04-18T23:00:00Z");
    assertThat(runs()).as("nothing is open any more").hasSize(3);
  }

  @Test
  void roundThatNobodyBegan_isBegunOnce_asOfTheLastOne() throws Exception {
    workAt("2022-04-20T05:30:00Z");
    workAt("2022-04-20T05:31:00Z");
    assertThat(runs()).hasSize(2).last().isEqualTo("2 of 1 2022-04-19T23 COMPLETE");
  }

  @Test
  void closedIncident_isLeftAlone() throws Exception {
    RunRow run = new RunStore(database).find(1).orElseThrow();
    new ClosingStore(database, InstantSource.system()).close(run, "Lin", "Written off");
    workAt("2022-04-16T23:00:00Z");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void recheckWhoseSourceIsAway_isGoneOnWith_whenItIsBack() throws Exception {
    Path payments = folder.resolve("payments.csv");
    Path away = Files.move(payments, folder.resolve("away"));
    workAt("2022-04-16T23:00:00Z");
    assertThat(runs()).hasSize(2).last().isEqualTo("2 of 1 2022-04-16T23 " + RunState.INTERRUPTED);
    Files.move(away, payments);
    workAt("2022-04-16T23:01:00Z");
    assertThat(runs()).hasSize(2).last().isEqualTo("2 of 1 2022-04-16T23 COMPLETE");
  }

  @Test
  void recheckThatFails_isNotRepeated_beforeTheNextRound() throws Exception {
    breakPayments();
    workAt("2022-04-16T23:00:00Z");
    workAt("2022-04-16T23:01:00Z");
    assertThat(runs()).hasSize(2).last().isEqualTo("2 of 1 2022-04-16T23 FAILED");
    workAt("2022-04-17T23:00:00Z");
    assertThat(runs()).hasSize(3).last().isEqualTo("3 of 1 2022-04-17T23 FAILED");
  }

  private void breakPayments() throws IOException {
    Files.writeString(folder.resolve("payments.csv"), "parcel_id,payment_id\n");
  }
}
