package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two runs of an incident held against each other, by the commands a person types. */
class DiffRunTest {

  @TempDir Path folder;
  private NetworkSite site;

  /**
   * P1 and P2 were shown as failed and are unpaid, P3 was shown as failed and is paid, P4 is short
   * paid, P5 is clean. The money is known up to the payment of P9.
   */
  @BeforeEach
  void firstRun() throws IOException {
    site = new NetworkSite(folder);
    site.pickedUp("O1", "P1", 500, "2022-04-13 19:42:00", "2022-04-13 19:42:09");
    site.pickedUp("O2", "P2", 300, "2022-04-13 19:42:10", "2022-04-13 19:42:19");
    site.pickedUp("O3", "P3", 700, "2022-04-13 19:42:20", "2022-04-13 19:42:29");
    site.pickedUp("O4", "P4", 400, "2022-04-13 19:50:00", "2022-04-13 19:50:01");
    site.pickedUp("O5", "P5", 610, "2022-04-13 19:51:00", "2022-04-13 19:51:01");
    site.paid("P3", "Y3", 700, "2022-04-13T19:42:40");
    site.paid("P4", "Y4", 350, "2022-04-13T19:50:02");
    site.paid("P5", "Y5", 610, "2022-04-13T19:51:02");
    site.paid("P9", "Y9", 990, "2022-04-16T11:00:00");
    site.reconcile("2022-04-16T12:00");
  }

  private List<String> changes(int before, int after) throws IOException {
    Path csv = folder.resolve("diff.csv");
    site.command("diff", "" + before, "" + after, "--csv", csv.toString());
    return Files.readAllLines(csv).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[0] + " " + cells[1] + " " + cells[4] + " " + cells[19])
        .map(String::strip)
        .toList();
  }

  @Test
  void diff_tellsWhatADatafixAndPaymentsHealed_byWhichRecords_andTiesOut() throws Exception {
    site.answers(1, "P1,ON_SHELF,2022-04-16T14:30,Lin,");
    site.reconcile("2022-04-16T18:00");
    assertThat(changes(1, 2))
        .containsExactly(
            "P1 SHOWN_AS_FAILED OPEN",
            "P1 UNCOLLECTED OPEN",
            "P2 SHOWN_AS_FAILED OPEN",
            "P2 UNCOLLECTED OPEN",
            "P4 SHORT_PAID OPEN");

    site.run(2, "001-revert-outbound.sql");
    site.paid("P4", "Y4B", 50, "2022-04-16T20:00:00");
    site.givenBack("P5", "Y5B", 610, "2022-04-16T21:00:00");
    site.paid("P9", "Y9B", 990, "2022-04-17T08:00:00");
    site.reconcile("2022-04-17T09:00");
    assertThat(changes(1, 3))
        .containsExactly(
            "P1 SHOWN_AS_FAILED HEALED outbound:parcel_outbound:O1",
            "P1 UNCOLLECTED HEALED outbound:parcel_outbound:O1",
            "P2 SHOWN_AS_FAILED OPEN",
            "P2 UNCOLLECTED OPEN",
            "P4 SHORT_PAID HEALED payments:payments.csv:6",
            "P5 UNCOLLECTED NEW");
    assertThat(changes(2, 3)).isEqualTo(changes(1, 3));
    tiesOut();
    assertThat(site.command("diff", "1", "3"))
        .contains("Run 1 (as known on 2022-04-16 12:00:00) and run 3 (as known on")
        .containsPattern("\n +5 +3 +– +1 +– +3  All")
        .containsPattern("\n +NT\\$850 +NT\\$550 +– +NT\\$610 +– +– +NT\\$910  To collect, TWD");

    site.execute("update parcel_outbound set status = 'PICKED_UP' where outbound_id = 'O1'");
    site.reconcile("2022-04-17T12:00");
    assertThat(changes(3, 4))
        .as("known to have been closed before")
        .contains("P1 SHOWN_AS_FAILED REOPENED", "P1 UNCOLLECTED REOPENED");
    assertThat(changes(1, 4)).contains("P1 UNCOLLECTED OPEN");
  }

  private void tiesOut() {
    JsonNode diff = JsonMapper.shared().readTree(site.command("diff", "1", "3", "--json"));
    assertThat(diff.get("before").get("run").asLong()).isEqualTo(1);
    JsonNode all = diff.get("totals");
    assertThat(collect(all, "opening")).isEqualTo(85_000);
    assertThat(collect(all, "healed")).isEqualTo(55_000);
    assertThat(collect(all, "new")).isEqualTo(61_000);
    assertThat(collect(all, "closing")).isEqualTo(91_000);
    assertThat(collect(all, "closing"))
        .isEqualTo(collect(all, "opening") - collect(all, "healed") + collect(all, "new"));
    assertThat(diff.get("kinds").get("UNCOLLECTED").get("closing").get("mismatches").asLong())
        .isEqualTo(2);
    assertThat(diff.get("classes").get("COUNTER").get("healed").get("mismatches").asLong())
        .isEqualTo(1);
  }

  private static long collect(JsonNode lines, String line) {
    return lines.get(line).get("toCollectMinor").get("TWD").asLong();
  }

  @Test
  void parcelWhoseRecordsAreGone_isNotKnown_inAnotherWindowToo() throws Exception {
    site.execute("delete from parcel_outbound where parcel_id = 'P2'");
    site.reconcile("2022-04-17T09:00");
    assertThat(changes(1, 2))
        .contains("P2 SHOWN_AS_FAILED NOT_KNOWN", "P2 UNCOLLECTED NOT_KNOWN")
        .noneMatch(row -> row.contains("HEALED"));
    site.command(
        "reconcile",
        "--incident=tryout",
        "--from=2022-04-13T19:33",
        "--to=2022-04-13T19:45",
        "--as-of=2022-04-17T09:00",
        "--out=" + folder.resolve("out"));
    assertThat(changes(1, 3))
        .contains("P1 UNCOLLECTED OPEN", "P2 UNCOLLECTED NOT_KNOWN", "P4 SHORT_PAID NOT_KNOWN");
  }
}
