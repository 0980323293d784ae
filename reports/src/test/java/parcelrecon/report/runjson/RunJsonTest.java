package parcelrecon.report.runjson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.SampleLater;
import parcelrecon.report.SampleRun;
import parcelrecon.report.file.OutputFile;
import parcelrecon.results.RunResults;
import parcelrecon.rule.MismatchKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

  @TempDir Path directory;

  @Test
  void runJson_hasWhatWasFirstFound_whereItDiffers() throws IOException {
    JsonNode first = read(SampleLater.incident()).get("firstFound");
    assertKeys(
        first,
        "asOf headline affected verdicts toCollectMinor toRefundMinor progress outcomes new");
    assertThat(first.get("asOf").asString()).isEqualTo("2022-04-16T04:00:00.000Z");
    assertThat(first.get("headline").toString())
        .isEqualTo("{\"shownAsFailed\":9,\"dayTotal\":161569}");
    assertThat(first.get("toCollectMinor").toString()).isEqualTo("{\"JPY\":200,\"TWD\":652800}");
    assertThat(first.get("progress").toString())
        .isEqualTo("{\"OPEN\":16,\"NOT_KNOWN\":1,\"HEALED\":3,\"NOTHING_TO_DO\":2}");
    assertThat(first.get("outcomes").get("PUT_BACK").toString())
        .isEqualTo("{\"parcels\":1,\"withLeft\":1}");
    assertThat(first.get("new").asLong()).isEqualTo(1);
    assertThat(read(SampleRun.incident()).has("firstFound")).isFalse();
  }

  @Test
  void runJson_hasTheReferencesKeysInItsOrder() throws IOException {
    JsonNode run = read();
    assertKeys(
        run,
        "run incident title window asOf state exitCode headline outbound parcels verdicts classes"
            + " kinds tieOut sources datafixes stages outputs configuration version");
    assertKeys(run.get("window"), "from to zone");
    assertKeys(run.get("headline"), "shownAsFailed dayTotal");
    assertKeys(run.get("outbound"), "dayTotal inScope");
    assertKeys(run.get("parcels"), "inScope affected downstreamOnly informational clean");
    assertKeys(run.get("verdicts"), "HANDED_OVER HANDED_OVER_LATER ON_SHELF LOST UNKNOWN NONE");
    assertKeys(run.get("classes"), "COUNTER MONEY GOODS DOWNSTREAM");
    assertKeys(run.get("stages").get(0), "name millis rows snapshots");
    assertKeys(run.get("stages").get(0).get("snapshots").get(0), "source snapshot");
    assertKeys(run.get("stages").get(1), "name millis rows");
    assertKeys(run.get("outputs").get(0), "file rows sha256");
    assertKeys(run.get("configuration"), "sha256");
  }

  @Test
  void runJson_listsAllKinds_evenThoseNotFound() throws IOException {
    JsonNode kinds = read().get("kinds");
    assertThat(kinds.propertyNames())
        .containsExactlyElementsOf(
            Arrays.stream(MismatchKind.values()).map(MismatchKind::name).toList())
        .hasSize(23);
    for (JsonNode kind : kinds.values()) {
      assertKeys(kind, "mismatches confirmed unverified notDue edge toCollectMinor toRefundMinor");
    }
    assertThat(kinds.get("SHORT_PAID").get("toCollectMinor").toString())
        .isEqualTo("{\"JPY\":200,\"TWD\":13000}");
    assertThat(kinds.get("STUCK").get("toCollectMinor").toString()).isEqualTo("{}");
  }

  @Test
  void runJson_tellsCoverageAsCodesWithArguments() throws IOException {
    JsonNode events = read().get("sources").get(2);
    assertKeys(
        events,
        "name type filtered read accepted rejected duplicates inScope outOfScope secondLook"
            + " lookedUp healed coverage");
    assertThat(events.get("name").asString()).isEqualTo("events");
    assertThat(events.get("coverage").get("state").asString()).isEqualTo("INCOMPLETE");
    assertThat(events.get("coverage").get("reasons").get(1).toString())
        .isEqualTo(
            "{\"code\":\"OPEN_TRANSACTION\",\"arguments\":[\"parcel-outbound\",\"3\",\"14\"]}");
  }

  @Test
  void runJson_tellsEachPartition_withItsOffsetsAndWhyItIsNotComplete() throws IOException {
    JsonNode coverage = read().get("sources").get(2).get("coverage");
    assertKeys(coverage, "state reasons partitions");
    assertThat(coverage.get("partitions").get(0).toString())
        .isEqualTo(
            "{\"topic\":\"parcel-outbound\",\"partition\":0,\"first\":0,\"end\":7900,"
                + "\"state\":\"COMPLETE\",\"reasons\":[]}");
    assertThat(coverage.get("partitions").get(2).toString())
        .isEqualTo(
            "{\"topic\":\"parcel-outbound\",\"partition\":3,\"first\":0,\"end\":124270,"
                + "\"state\":\"INCOMPLETE\",\"reasons\":[{\"code\":\"OPEN_TRANSACTION\","
                + "\"arguments\":[\"parcel-outbound\",\"3\",\"14\"]}]}");
    assertThat(coverage.get("reasons").toString()).doesNotContain("PARTITION_READ");
    assertKeys(read().get("sources").get(0).get("coverage"), "state reasons");
  }

  @Test
  void runJson_tiesMoneyOut_byCurrency() throws IOException {
    assertThat(read().get("tieOut").toString())
        .isEqualTo(
            "{\"JPY\":{\"dueMinusPaidMinor\":200,\"collectMinor\":200,\"refundMinor\":0,"
                + "\"withinToleranceMinor\":0,\"notDueMinor\":0,\"settledByReceiptMinor\":0},"
                + "\"TWD\":{\"dueMinusPaidMinor\":587300,\"collectMinor\":652800,"
                + "\"refundMinor\":73000,\"withinToleranceMinor\":0,\"notDueMinor\":7500,"
                + "\"settledByReceiptMinor\":0}}");
  }

  @Test
  void runJson_countsTheSecondLook() throws IOException {
    JsonNode outbound = read().get("sources").get(0);
    assertThat(outbound.get("lookedUp").asInt()).isEqualTo(2_431);
    assertThat(outbound.get("secondLook").asInt()).isEqualTo(20);
    assertThat(outbound.get("healed").asInt()).isEqualTo(14);
  }

  @Test
  void runJson_writesTimesInUtcWithMilliseconds() throws IOException {
    JsonNode run = read();
    assertThat(run.get("asOf").asString()).isEqualTo("2022-04-16T04:00:00.000Z");
    assertThat(run.get("window").get("from").asString()).isEqualTo("2022-04-13T11:33:00.000Z");
    assertThat(run.get("window").get("zone").asString()).isEqualTo("Asia/Taipei");
  }

  @Test
  void runJson_tellsHowTheRunEnds_beforeItHasEnded() throws IOException {
    assertThat(read().get("state").asString()).isEqualTo("INCOMPLETE");
    assertThat(read().get("exitCode").asInt()).isEqualTo(7);
  }

  private JsonNode read() throws IOException {
    return read(SampleRun.incident());
  }

  private JsonNode read(RunResults run) throws IOException {
    Path path = directory.resolve("run.json");
    RunJson.write(run, List.of(new OutputFile("a.csv", 3, "00")), path);
    assertThat(Files.readString(path)).endsWith("}\n").doesNotContain("\r");
    return JsonMapper.builder().build().readTree(path.toFile());
  }

  private static void assertKeys(JsonNode node, String keys) {
    assertThat(node.propertyNames()).containsExactly(keys.split(" "));
  }
}
