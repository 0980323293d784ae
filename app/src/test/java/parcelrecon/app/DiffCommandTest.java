package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Control;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

/** Two runs held against each other by a person who types. */
class DiffCommandTest {

  private static final Instant NOW = Instant.parse("2022-04-16T04:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
  private static final Window WINDOW =
      new Window(
          Instant.parse("2022-04-13T11:33:00Z"), Instant.parse("2022-04-13T12:22:00Z"), ZONE);

  private static final String OUTBOUND =
      """
      parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
      P2,COD,300,O2,S1,2022-04-13T19:40:10,2022-04-13T19:40:12
      P1,COD,500,O1,S1,2022-04-13T19:42:00,2022-04-13T19:42:09
      """;

  @TempDir Path folder;
  private EveningSite site;

  @Test
  void diff_isRefused_whereThereAreNoTwoRunsToHoldAgainstEachOther() {
    site = new EveningSite(folder, EveningSite.CONFIGURATION);
    try (ResultsDatabase database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("data/results"),
                Optional.empty(),
                Optional.empty()))) {
      RunStore runs = new RunStore(database);
      for (String id : List.of("tryout", "tryout", "another")) {
        runs.begin(incident(id), NOW, options(), configuration(), NOW);
      }
      runs.beginWithControl(
          incident("tryout"), NOW, new Control(WINDOW, NOW), options(), configuration(), NOW);
      for (long run : new long[] {1, 3, 4, 5}) {
        runs.end(run, RunState.COMPLETE, 0, NOW);
      }
    }
    assertRefused("1", "9", "run 9: there is no such run in the results database");
    assertRefused("1", "2", "run 2: is INTERRUPTED and has no results");
    assertRefused("1", "1", "runs 1 and 1: are the same run, expected two");
    assertRefused("1", "3", "runs 1 and 3: are of two incidents, tryout and another, expected one");
    assertRefused("1", "5", "run 5: is what run 4 is compared with");
    assertThat(site.command("diff", "1").exitCode()).isEqualTo(2);
  }

  private void assertRefused(String before, String after, String message) {
    CommandLineRun run = site.command("diff", before, after);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  private static Incident incident(String id) {
    return new Incident(id, "", "TW", WINDOW, Incident.Times.UNKNOWN, List.of(), List.of());
  }

  private RunRow.Options options() {
    return new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false);
  }

  private static RunRow.Configuration configuration() {
    return new RunRow.Configuration("abc", "0.1.0", List.of());
  }

  @Test
  void mismatch_isNotKnown_neverHealed_whenTheFileOfTheRunAfterBreaksOff() throws IOException {
    site =
        new EveningSite(folder, EveningSite.CONFIGURATION + "rules: { counter-timeout: 3s }\n")
            .with("outbound.csv", OUTBOUND)
            .with(
                "payments.csv",
                "parcel_id,payment_id,amount,paid_at,status\n"
                    + "P9,Y9,20,2022-04-16T12:10:00,SUCCEEDED\n");
    reconcile(0);
    String cut = OUTBOUND.substring(0, OUTBOUND.lastIndexOf("P1") + 20);
    Files.writeString(folder.resolve("outbound.csv"), cut);
    reconcile(7);

    Path csv = folder.resolve("diff.csv");
    CommandLineRun run = site.command("diff", "1", "2", "--csv", csv.toString(), "--lang=zh-TW");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("之前待處理", "應補收，TWD").doesNotContain("UNCOLLECTED");
    assertThat(Files.readAllLines(csv))
        .containsExactly(
            "parcel_id,kind,group,class,change,evidence_before,evidence_after,verdict_before,"
                + "verdict_after,currency_before,currency_after,due_minor_before,due_minor_after,"
                + "paid_minor_before,paid_minor_after,to_collect_minor_before,"
                + "to_collect_minor_after,to_refund_minor_before,to_refund_minor_after,healed_by",
            "P1,SHOWN_AS_FAILED,,COUNTER,NOT_KNOWN,CONFIRMED,,UNKNOWN,,TWD,,50000,,0,,,,,,",
            "P1,UNCOLLECTED,,MONEY,NOT_KNOWN,CONFIRMED,,UNKNOWN,,TWD,,50000,,0,,50000,,,,",
            "P2,UNCOLLECTED,,MONEY,OPEN,CONFIRMED,CONFIRMED,UNKNOWN,UNKNOWN,TWD,TWD,30000,30000,"
                + "0,0,30000,30000,,,");
  }

  private void reconcile(int exitCode) {
    CommandLineRun run = site.reconcile("2022-04-16T12:00");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
  }
}
