package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident asked about again by a person who types. */
class RecheckCommandTest {

  private static final String PAYMENTS =
      "parcel_id,payment_id,amount,paid_at\nP9,Y9,20,2022-04-18T12:10:00\n";

  @TempDir Path folder;
  private EveningSite site;

  @BeforeEach
  void reconcile() {
    site =
        new EveningSite(folder, EveningSite.CONFIGURATION)
            .with(
                "outbound.csv",
                """
                parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at
                P1,COD,500,O1,S1,2022-04-13T19:40:10,2022-04-13T19:40:12
                P2,COD,300,O2,S1,2022-04-13T19:41:10,2022-04-13T19:41:12
                """)
            .with("payments.csv", PAYMENTS);
    CommandLineRun first = site.reconcile("2022-04-16T12:00");
    assertThat(first.exitCode()).as(first.err()).isZero();
  }

  @Test
  void recheck_saysWhatWasPaidSince_andIsARunOfTheIncident() throws Exception {
    site.with("payments.csv", PAYMENTS + "P1,Y1,500,2022-04-17T09:00:00\n");

    CommandLineRun again =
        site.command(
            "recheck",
            "1",
            "--as-of=2022-04-17T12:00",
            "--out=" + folder.resolve("out"),
            "--fail-on-mismatch");

    assertThat(again.exitCode()).as(again.toString()).isEqualTo(1);
    assertThat(again.out())
        .contains("Since first found: 1 healed, 1 open, 0 not known, 0 with nothing to do.")
        .endsWith("Outputs: " + site.outputs(2) + "\n");
    assertThat(Files.readString(site.outputs(2).resolve("run.json"))).contains("\"recheckOf\": 1");
    assertThat(site.command("runs", "--json").out())
        .containsSubsequence(
            "\"run\": 1,", "\"recheckOf\": null,", "\"run\": 2,", "\"recheckOf\": 1,");
  }

  @Test
  void recheck_isRefused_ofARunThatIsNotThereOrHasNoResults() throws Exception {
    assertThat(site.command("recheck", "7").messages())
        .containsExactly(
            "run 7: there is no such run in the results database. Nothing was started. See the runs"
                + " there are with ./run.sh runs -c FILE.");
    Files.delete(folder.resolve("payments.csv"));
    assertThat(site.reconcile("2022-04-16T12:00").exitCode()).isEqualTo(4);
    assertThat(site.command("recheck", "2").err())
        .startsWith("run 2: is INTERRUPTED and has no results, expected COMPLETE or INCOMPLETE.");
    assertThat(site.command("recheck").exitCode()).isEqualTo(2);
  }
}
