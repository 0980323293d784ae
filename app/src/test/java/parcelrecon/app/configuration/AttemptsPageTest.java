package parcelrecon.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Attempt;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.Source;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;
import parcelrecon.source.open.Sources;

/** What docs/attempts.md shows can be used as it stands there. */
class AttemptsPageTest {

  private static final Path PAGE = Path.of("../docs/attempts.md");

  @TempDir Path folder;

  @Test
  void mappings_areWithoutAProblem_everyOne() throws IOException {
    List<String> mappings = blocks("yaml");
    assertThat(mappings).hasSizeGreaterThan(5);
    for (String mapping : mappings) {
      Sources.open(settings(mapping)).close();
    }
  }

  /** A block of lines in a log stands before its mapping. */
  @Test
  void lines_areReadByTheirMappings() throws IOException {
    Pattern both = Pattern.compile("```\\n([{].*?)```\\n```yaml\\n(.*?)```", Pattern.DOTALL);
    List<MatchResult> pairs = both.matcher(Files.readString(PAGE)).results().toList();
    assertThat(pairs).hasSize(2);
    for (MatchResult pair : pairs) {
      String mapping = pair.group(2).replaceAll("files: \"[^\"]+\"", "files: calls.jsonl");
      new SiteFolder(folder).with("calls.jsonl", pair.group(1));
      Attempt call = read(settings(mapping));
      assertThat(call.parcelId()).isEqualTo("TW0001");
      assertThat(call.outcome()).isEqualTo(AttemptOutcome.TIMEOUT);
      assertThat(call.durationMillis()).isEqualTo(9001);
      assertThat(call.startedAt().toString()).startsWith("2022-04-13T11:42:30");
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private SourceSettings settings(String mapping) {
    String attempts = mapping.startsWith("  attempts:") ? mapping : "  attempts:\n" + mapping;
    return new SiteFolder(folder)
        .read(SiteFolder.SMALLEST + attempts)
        .sources()
        .settings()
        .get(SourceName.ATTEMPTS);
  }

  private static Attempt read(SourceSettings settings) {
    OneCall call = new OneCall();
    try (Source source = Sources.open(settings)) {
      PlanRequest all = new PlanRequest(Window.all(settings.zone()), Long.MAX_VALUE);
      for (Split split : source.plan(all).splits()) {
        source.read(split, call);
      }
    }
    return call.accepted;
  }

  private static final class OneCall implements RecordSink {
    private Attempt accepted;

    @Override
    public void accept(SourceRecord row) {
      accepted = (Attempt) row;
    }

    @Override
    public void reject(Reject reject) {
      throw new AssertionError(reject);
    }

    @Override
    public void filter() {
      throw new AssertionError("left out");
    }
  }
}
