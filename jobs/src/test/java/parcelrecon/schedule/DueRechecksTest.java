package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import parcelrecon.job.CsvSite;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.results.closing.ClosingStore;

/** Open incidents are asked about every morning until nothing is open, or somebody closes them. */
class DueRechecksTest extends OnRechecks {

  private static final RecheckTimes AT_SEVEN =
      new RecheckTimes(Cron.parse("0 7 * * *").orElseThrow(), CsvSite.TAIPEI, List.of(), "en");

  @Override
  RecheckTimes times() {
    return AT_SEVEN;
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
}
