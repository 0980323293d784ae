package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An incident from its first run to its last parcel, by the commands a person types. */
class FollowUpRunTest {

  private static final String REVERT = "001-revert-outbound.sql";

  @TempDir Path folder;
  private NetworkSite site;

  /**
   * P1 and P2 were shown as failed and are unpaid, P3 was shown as failed and is paid, P4 is short
   * paid, P5 is clean. The money is known up to the payment of P9.
   */
  @BeforeEach
  void site() throws IOException {
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
  }

  private Map<String, String> row(int run, String parcel) throws IOException {
    return site.rows(run, "Follow-up", "Parcel id").stream()
        .filter(row -> parcel.equals(row.get("Parcel id")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode firstFound(String runJson) {
    return JsonMapper.shared().readTree(runJson).get("firstFound");
  }

  @Test
  void incident_staysAsFirstFound_whileItsParcelsAreHealedOneByOne() throws Exception {
    assertThat(site.reconcile("2022-04-16T12:00")).doesNotContain("Since first found");
    assertThat(firstFound(site.text(1, "run.json"))).isNull();

    site.answers(1, "P1,ON_SHELF,2022-04-16T14:30,Lin,", "P2,UNREACHABLE,2022-04-16T14:40,Lin,");
    assertThat(site.reconcile("2022-04-16T18:00"))
        .contains("Since first found: 0 healed, 3 open, 0 not known, 1 with nothing to do.");
    assertThat(row(2, "P1"))
        .containsEntry("What became of it", "still open")
        .containsEntry("At the time: where it was", "ask the store")
        .containsEntry("Now: where it is", "still at the store")
        .containsEntry("By which change", "the store said at 2022-04-16 14:30: on the shelf");
    assertThat(row(2, "P2").get("By which change"))
        .isEqualTo("the store could not be reached at 2022-04-16 14:40");

    site.run(2, REVERT);
    assertThat(site.reconcile("2022-04-17T09:00"))
        .contains("Since first found: 1 healed, 2 open, 0 not known, 1 with nothing to do.");
    assertThat(row(3, "P1"))
        .containsEntry("What became of it", "put back to “awaiting pick-up”")
        .containsEntry("Now: to collect", "")
        .containsEntry("Still to be done", "")
        .satisfies(
            row ->
                assertThat(row.get("By which change").lines())
                    .contains(
                        "put back to “awaiting pick-up”; record version 1 → 2, as suggested on"
                            + " 2022-04-16"));
    assertThat(calls(3)).doesNotContain("P1").contains("P2");
    assertThat(site.outputs(3).resolve("datafix").resolve(REVERT)).doesNotExist();

    site.pickedUp("O1B", "P1", 500, "2022-04-18 15:02:00", "2022-04-18 15:02:01");
    site.paid("P1", "Y1", 500, "2022-04-18T15:02:20");
    site.paid("P4", "Y4B", 50, "2022-04-18T16:00:00");
    site.givenBack("P5", "Y5B", 610, "2022-04-18T17:00:00");
    assertThat(site.reconcile("2022-04-19T09:00"))
        .contains(
            "Since first found: 2 healed, 1 open, 0 not known, 1 with nothing to do. Affected only now: 1.");
    lastRunTellsAll();
  }

  private List<String> calls(int run) throws IOException {
    return site.rows(run, "Store calls", "Priority").stream()
        .map(row -> row.get("Parcel id"))
        .toList();
  }

  private void lastRunTellsAll() throws IOException {
    assertThat(row(4, "P1"))
        .containsEntry("What became of it", "picked up on a later visit")
        .containsEntry("At the time: to collect", "NT$500")
        .containsEntry("Now: to collect", "")
        .satisfies(
            row ->
                assertThat(row.get("By which change").lines())
                    .contains(
                        "picked up at 2022-04-18 15:02:01", "NT$500 paid at 2022-04-18 15:02:20"));
    assertThat(row(4, "P4"))
        .containsEntry("What became of it", "paid since")
        .containsEntry("By which change", "NT$50 paid at 2022-04-18 16:00");
    assertThat(row(4, "P5")).containsEntry("What became of it", "found since");
    assertThat(
            site.rows(4, "Follow-up", "Parcel id").stream()
                .map(row -> row.get("Parcel id"))
                .collect(Collectors.toList()))
        .containsExactly("P2", "P1", "P4", "P3", "P5");

    assertThat(site.text(4, "statement.md"))
        .contains("## What has been put right since")
        .contains("At the time, as known on 2022-04-16 12:00:00: 5 pick-ups that day, 3 (60.0 %)")
        .contains("| picked up on a later visit | 1 | – |")
        .contains("| To collect | NT$850 | NT$910 |");

    JsonNode firstFound = firstFound(site.text(4, "run.json"));
    assertThat(firstFound.get("headline").toString())
        .isEqualTo("{\"shownAsFailed\":3,\"dayTotal\":5}");
    assertThat(firstFound.get("affected").asLong()).isEqualTo(4);
    assertThat(firstFound.get("progress").toString())
        .isEqualTo("{\"OPEN\":1,\"NOT_KNOWN\":0,\"HEALED\":2,\"NOTHING_TO_DO\":1}");
    assertThat(firstFound.get("outcomes").get("PICKED_UP_LATER").get("parcels").asLong())
        .isEqualTo(1);
    assertThat(firstFound.get("new").asLong()).isEqualTo(1);
  }

  @Test
  void outputs_areEqual_whenNothingChangedSince() throws IOException {
    site.reconcile("2022-04-16T12:00");
    site.reconcile("2022-04-16T12:00");
    assertThat(site.files(2)).isEqualTo(site.files(1));
    assertThat(site.rows(2, "Follow-up", "Parcel id")).isEmpty();
  }

  @Test
  void outputs_areEqual_ofTwoRunsOfTheSameFacts_afterTheFirst() throws IOException {
    site.reconcile("2022-04-16T12:00");
    site.paid("P4", "Y4B", 50, "2022-04-18T16:00:00");
    site.reconcile("2022-04-19T09:00");
    site.reconcile("2022-04-19T09:00");
    assertThat(site.rows(2, "Follow-up", "Parcel id")).hasSize(4);
    assertThat(site.files(3)).isEqualTo(site.files(2));
  }

  @Test
  void parcelAffectedOnlyNow_isListed_whenNothingElseDiffers() throws IOException {
    site.reconcile("2022-04-16T12:00");
    site.givenBack("P5", "Y5B", 610, "2022-04-16T10:00:00");
    assertThat(site.reconcile("2022-04-16T12:00")).contains("Affected only now: 1.");
    assertThat(row(2, "P5")).containsEntry("What became of it", "found since");
    assertThat(site.rows(2, "Follow-up", "Parcel id")).hasSize(5);
    assertThat(site.text(2, "statement.md"))
        .contains("Affected now, and not at the time: 1 parcel; not in the figures of the time.");
  }

  @Test
  void parcelWhoseRecordsAreGone_isNotKnown_andNeverHealed() throws IOException {
    site.reconcile("2022-04-16T12:00");
    site.execute("delete from parcel_outbound where parcel_id = 'P2'");
    assertThat(site.reconcile("2022-04-17T09:00"))
        .contains("Since first found: 0 healed, 2 open, 1 not known, 1 with nothing to do.");
    assertThat(row(2, "P2"))
        .containsEntry("Now: what is still found", "no record is seen now")
        .containsEntry("By which change", "1 record of then is not seen now");
  }
}
