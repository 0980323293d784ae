package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Reject;
import parcelrecon.report.file.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunOutputsTest {

  @TempDir Path directory;

  private final RunOutputs outputs = new RunOutputs(SampleSettings.ENGLISH);

  @Test
  void outputs_areAllOfTheReference() throws IOException {
    outputs.write(SampleRun.incident(), directory);
    assertThat(contents(directory).keySet())
        .containsExactly(
            "affected-parcels.xlsx",
            "datafix/001-revert-outbound.changes.jsonl",
            "datafix/001-revert-outbound.rollback.sql",
            "datafix/001-revert-outbound.sql",
            "datafix/002-complete-outbound.changes.jsonl",
            "datafix/002-complete-outbound.rollback.sql",
            "datafix/002-complete-outbound.sql",
            "datafix/manifest.json",
            "datafix/replay-outbound.jsonl",
            "datafix/replay-readme.md",
            "datafix/replay-reversal.jsonl",
            "datafix/tasks.csv",
            "mismatches.csv",
            "rejects.csv",
            "run.json",
            "statement.html",
            "statement.md");
  }

  /** People's files are in the language; what machines read is the same in all. */
  @ParameterizedTest
  @CsvSource({"zh-CN, # 事故影响说明, 请门店核实, -- 将已记录, 补收包裹", "zh-TW, # 事故影響說明, 請門市確認, -- 將已記錄, 補收包裹"})
  void outputs_speakTheLanguage_whereTheyAreForPeople(
      String language, String title, String step, String comment, String task) throws IOException {
    ReportSettings settings = SampleSettings.of(language, 1);
    new RunOutputs(settings).write(SampleRun.incident(), directory.resolve(language));
    outputs.write(SampleRun.incident(), directory.resolve("en"));
    Map<String, byte[]> spoken = contents(directory.resolve(language));
    Map<String, byte[]> english = contents(directory.resolve("en"));
    assertThat(text(spoken, "statement.md")).startsWith(title).contains(step);
    assertThat(text(spoken, "statement.html")).contains("lang=\"" + language + "\"", step);
    assertThat(text(spoken, "datafix/001-revert-outbound.sql")).startsWith(comment);
    assertThat(text(spoken, "datafix/tasks.csv")).contains(task);
    assertThat(text(spoken, "datafix/tasks.csv").lines().findFirst())
        .isEqualTo(text(english, "datafix/tasks.csv").lines().findFirst());
    for (String machine :
        List.of("mismatches.csv", "rejects.csv", "datafix/replay-outbound.jsonl")) {
      assertThat(text(spoken, machine)).isEqualTo(text(english, machine));
    }
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void outputs_areEqualBytes_whenTheSameRunIsMadeTwice(@TempDir Path other) throws IOException {
    outputs.write(SampleRun.incident(), directory);
    outputs.write(SampleRun.incident(), other);
    assertSame(contents(directory), contents(other));
  }

  @Test
  void outputs_areEqualBytes_whenALaterRunIsMadeTwice(@TempDir Path other) throws IOException {
    outputs.write(SampleLater.incident(), directory);
    outputs.write(SampleLater.incident(), other);
    assertSame(contents(directory), contents(other));
  }

  @Test
  void outputs_areEqualBytesButForRunJson_whenAnotherRunFoundTheSame(@TempDir Path other)
      throws IOException {
    outputs.write(SampleRun.incident(), directory);
    outputs.write(SampleRun.again(7), other);
    Map<String, byte[]> first = contents(directory);
    Map<String, byte[]> second = contents(other);
    assertThat(first.remove("run.json")).isNotEqualTo(second.remove("run.json"));
    assertSame(first, second);
  }

  @Test
  void outputs_areEqualBytes_whateverTheMachinesZoneAndLocale(@TempDir Path other)
      throws IOException {
    outputs.write(SampleRun.incident(), directory);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      outputs.write(SampleRun.incident(), other);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertSame(contents(directory), contents(other));
  }

  @Test
  void outputs_areMade_whenTheLanguageHasNoTextsYet(@TempDir Path other) throws IOException {
    outputs.write(SampleRun.incident(), directory);
    ReportSettings settings = SampleSettings.of("zh-TW", 2);
    new RunOutputs(settings).write(SampleRun.incident(), other);
    assertThat(contents(other).keySet()).isEqualTo(contents(directory).keySet());
    assertThat(contents(other).get("mismatches.csv"))
        .isEqualTo(contents(directory).get("mismatches.csv"));
  }

  @Test
  void outputs_replaceEarlierOnes_andLeaveFilesOfOthers() throws IOException {
    Files.createDirectories(directory.resolve("datafix"));
    Files.writeString(directory.resolve("datafix/009-old.sql"), "old");
    Files.writeString(directory.resolve("mismatches.csv"), "old");
    Files.writeString(directory.resolve("minutes of the meeting.txt"), "theirs");
    outputs.write(SampleRun.incident(), directory);
    assertThat(contents(directory).keySet())
        .doesNotContain("datafix/009-old.sql")
        .contains("minutes of the meeting.txt");
    assertThat(directory.resolve("mismatches.csv")).content().startsWith("parcel_id,");
  }

  @Test
  void runJson_listsEveryOtherFileWithItsHash() throws IOException {
    outputs.write(SampleRun.incident(), directory);
    JsonNode run = JsonMapper.builder().build().readTree(directory.resolve("run.json").toFile());
    Map<String, byte[]> files = contents(directory);
    files.remove("run.json");
    assertThat(run.get("outputs").values())
        .extracting(output -> output.get("file").asString())
        .containsExactlyInAnyOrderElementsOf(files.keySet());
    for (JsonNode output : run.get("outputs").values()) {
      Path file = directory.resolve(output.get("file").asString());
      assertThat(output.get("sha256").asString()).isEqualTo(Sha256.of(file));
    }
  }

  @Test
  void outputs_leaveNothing_whenReadingTheResultsFails() throws IOException {
    Files.writeString(directory.resolve("run.json"), "of the run before");
    assertThatThrownBy(() -> outputs.write(new RunThatBreaksOff(), directory))
        .hasMessage("the database went away");
    assertThat(contents(directory)).containsOnlyKeys("run.json");
    assertThat(directory.resolve("run.json")).hasContent("of the run before");
  }

  @Test
  void rejects_areAllThatIsLeft_whenThereWereTooMany() throws IOException {
    outputs.write(SampleRun.incident(), directory);
    outputs.writeRejects(SampleRun.incident(), directory);
    assertThat(contents(directory)).containsOnlyKeys("rejects.csv", "rejects.sha256");
    assertThat(directory.resolve("rejects.sha256"))
        .hasContent(Sha256.of(directory.resolve("rejects.csv")) + "  rejects.csv");
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return contents;
  }

  private static void assertSame(Map<String, byte[]> first, Map<String, byte[]> second) {
    assertThat(first.keySet()).isEqualTo(second.keySet());
    first.forEach(
        (name, bytes) -> assertThat(Arrays.equals(bytes, second.get(name))).as(name).isTrue());
  }

  /** Ends in the middle of its rejects. */
  private static final class RunThatBreaksOff extends SampleRunAround {
    RunThatBreaksOff() {
      super(SampleRun.incident());
    }

    @Override
    public void forEachReject(Consumer<Reject> reject) {
      throw new IllegalStateException("the database went away");
    }
  }
}
