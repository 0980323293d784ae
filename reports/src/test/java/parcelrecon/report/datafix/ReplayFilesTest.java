package parcelrecon.report.datafix;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.report.SampleParcel.parcel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.EventShape;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.datafix.Suggestion;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.file.Staging;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.MismatchKind;
import tools.jackson.databind.JsonNode;

class ReplayFilesTest {

  @TempDir Path directory;

  @Test
  void replay_isInTheShapeOfTheSite_withItsOriginalTime() throws IOException {
    JsonNode line = incident("en").lines("replay-outbound.jsonl").get(0);
    assertThat(line.get("topic").asString()).isEqualTo("parcel-outbound");
    assertThat(line.get("key").asString()).isEqualTo("P-0017");
    assertThat(line.get("headers").toString())
        .isEqualTo(
            "{\"idempotency-key\":\"OUTBOUND_COMPLETED:OUT-P-0017-0\","
                + "\"type\":\"OUTBOUND_COMPLETED\",\"source\":\"pos\"}");
    JsonNode value = line.get("value");
    assertThat(value.get("id").asString()).isEqualTo("OUTBOUND_COMPLETED:OUT-P-0017-0");
    assertThat(value.get("what").asString()).isEqualTo("OUTBOUND_COMPLETED");
    assertThat(value.get("at").asString()).isEqualTo("2022-04-13T11:36:10Z");
    assertThat(value.get("data").get("parcel").asString()).isEqualTo("P-0017");
  }

  @Test
  void reversal_isOfTheReversalType_asOfTheRun() throws IOException {
    List<JsonNode> lines = incident("en").lines("replay-reversal.jsonl");
    assertThat(lines)
        .extracting(line -> line.get("key").asString())
        .containsExactly("P-0004", "P-0022");
    JsonNode value = lines.get(0).get("value");
    assertThat(value.get("what").asString()).isEqualTo("OUTBOUND_REVERSED");
    assertThat(value.get("at").asString()).isEqualTo("2022-04-16T04:00:00Z");
  }

  @Test
  void replay_isATaskThatNamesTheField_whenTheMappingCannotBeTurnedAround() throws IOException {
    var yen =
        parcel("P-1")
            .in("JPY")
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT);
    PackageFolder folder =
        write(yen.row(), Optional.of((event, currency) -> new EventShape.Unwritable("amount")));
    assertThat(folder.task("P-1").getField("reason")).isEqualTo("EVENT_NOT_WRITABLE");
    assertThat(folder.task("P-1").getField("sentence")).endsWith("how to write amount.");
    assertThat(folder.files()).noneMatch(file -> file.startsWith("replay-"));
  }

  @Test
  void replay_isATask_whenEventsAreNotReadAsJson() throws IOException {
    var lost =
        parcel("P-1")
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT);
    assertThat(write(lost.row(), Optional.empty()).task("P-1").getField("reason"))
        .isEqualTo("EVENTS_NOT_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P\n1", "P\r1", "P\u001f1", "P\u001e1", "P\u001d1", "P\ud8001"})
  void replay_isATask_whenTheKeyHoldsWhatPartsLines(String parcelId) throws IOException {
    var odd =
        parcel(parcelId)
            .pickedUp("19:42:39", 20)
            .finds(MismatchKind.EVENT_MISSING, Suggestion.REPLAY_EVENT);
    PackageFolder folder = write(odd.row(), Optional.of(new parcelrecon.report.SampleEvents()));
    assertThat(folder.tasks().get(0).getField("reason")).isEqualTo("EVENT_NOT_WRITABLE");
  }

  private PackageFolder write(parcelrecon.results.ParcelRow row, Optional<EventShape> events)
      throws IOException {
    try (Staging staging = Staging.in(directory)) {
      new DatafixPackage(
              Optional.of(SampleSettings.DATAFIX), events, Texts.of("en"), ScriptForm.SCRIPT)
          .add(SampleRun.of(List.of(row)), DatafixPackage.OF_RUN, staging);
      staging.publish(name -> true);
    }
    return new PackageFolder(directory.resolve("datafix"));
  }

  @ParameterizedTest
  @CsvSource({"en, Sending the replay lines", "zh-TW, 補送資料列的傳送方式", "zh-CN, 补发数据行的发送方法"})
  void readme_speaksTheLanguage_withTheSameCommandsInAll(String language, String title)
      throws IOException {
    String readme = incident(language).text("replay-readme.md");
    assertThat(readme)
        .startsWith("# " + title)
        .contains("`replay-outbound.jsonl`, `replay-reversal.jsonl`")
        .doesNotContain("<what>");
    assertThat(commands(readme)).isEqualTo(commands(incident("en").text("replay-readme.md")));
  }

  @Test
  void commands_holdNoDataButTheTopic() throws IOException {
    String commands = String.join("", commands(incident("en").text("replay-readme.md")));
    assertThat(commands).contains("TOPIC='parcel-outbound'\n").doesNotContain("P-0", "OUTBOUND_");
  }

  private static List<String> commands(String readme) {
    return Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private PackageFolder incident(String language) throws IOException {
    return PackageFolder.write(
        SampleRun.incident(),
        Optional.of(SampleSettings.DATAFIX),
        language,
        directory.resolve(language));
  }
}
