package parcelrecon.report.datafix.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.datafix.Suggestion;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Sha256;
import parcelrecon.rule.MismatchKind;

class ChangesFileTest {

  private static final Change CHANGE =
      new Change(
          "P-1",
          "包裹😀'\"\\",
          "PICKED_UP",
          "AWAITING_PICKUP",
          Long.MAX_VALUE,
          Instant.parse("2022-04-19T15:59:59.123456789Z"),
          null,
          Suggestion.REVERT_OUTBOUND,
          MismatchKind.SHOWN_AS_FAILED,
          List.of("answers:1:2"));

  @TempDir Path directory;

  @Test
  void changes_areReadAsTheyWereWritten() throws IOException {
    String line = ChangesFile.line(CHANGE);
    ChangesFile file = ChangesFile.open(write(line + line));
    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.suggestion()).isEqualTo(Suggestion.REVERT_OUTBOUND);
    assertThat(file.sha256()).isEqualTo(Sha256.of(line + line));
    file.forEachBatch(9, batch -> assertThat(batch).containsExactly(CHANGE, CHANGE));
  }

  @Test
  void changes_comeInBatches() throws IOException {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 7).forEach(each -> lines.append(ChangesFile.line(CHANGE)));
    List<Integer> sizes = new ArrayList<>();
    ChangesFile.open(write(lines.toString())).forEachBatch(3, batch -> sizes.add(batch.size()));
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "version_seen,version,its keys are",
        "`{\"parcel_id\":`,`{\"more\":1,\"parcel_id\":`,its keys are",
        "`{\"parcel_id\":\"P-1\",`,`{\"parcel_id\":\"P-0\",\"parcel_id\":\"P-1\",`,not as this product writes",
        "`:\"P-1\",\"`,`: \"P-1\",\"`,not as this product writes",
        "9223372036854775807,1.0,not as this product writes",
        "9223372036854775807,9223372036854775808,no change",
        "9223372036854775807,`\"1\"`,no change",
        "\"P-1\",null,no change",
        "P-1,P\\u002d1,not as this product writes",
        "AWAITING_PICKUP,AWAITING\\nPICKUP,no change",
        "15:59:59.123456789Z,15:59:59.123456789+00:00,not as this product writes",
        "15:59:59.123456789Z,25:59:59Z,no change",
        "SHOWN_AS_FAILED,SHOWN,no change",
        "REVERT_OUTBOUND,COMPLETE_OUTBOUND,`suggestion is COMPLETE_OUTBOUND, expected REVERT`",
        "\"]},\"]} {},no JSON object",
        "\"]},\"],no JSON object",
        "{,[,no JSON object",
      })
  void line_isRefusedWithItsNumber_whenItIsNotExactlyAsWritten(
      String part, String becomes, String told) throws IOException {
    String line = ChangesFile.line(CHANGE);
    assertThat(line).contains(part);
    Path path = write(line + line.replace(part, becomes) + line);
    assertThatThrownBy(() -> ChangesFile.open(path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("x.changes.jsonl:2")
        .hasMessageContaining(told);
  }

  @Test
  void file_isRefused_whenItIsCutOrEmpty() throws IOException {
    String line = ChangesFile.line(CHANGE);
    refuses(line.strip(), "the line has no end");
    refuses(line + "\n", "no JSON object");
    refuses("", "it is empty");
    refuses("\uFEFF" + line, "no JSON object");
  }

  @Test
  void file_isRefused_whenItIsNotUtf8() throws IOException {
    Path path = directory.resolve("x.changes.jsonl");
    Files.write(path, ChangesFile.line(CHANGE).getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(() -> ChangesFile.open(path)).isInstanceOf(ProblemException.class);
    byte[] bytes = ChangesFile.line(CHANGE).getBytes(StandardCharsets.UTF_8);
    bytes[15] = (byte) 0xFF;
    Files.write(path, bytes);
    assertThatThrownBy(() -> ChangesFile.open(path)).hasMessageContaining("not UTF-8");
  }

  @Test
  void file_isRefused_whenAnyOfItsBytesIsFlipped() throws IOException {
    String line = ChangesFile.line(CHANGE);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    String sha256 = ChangesFile.open(write(line)).sha256();
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Path path = Files.write(directory.resolve("x.changes.jsonl"), flipped);
      try {
        assertThat(ChangesFile.open(path).sha256()).isNotEqualTo(sha256);
      } catch (ProblemException e) {
        assertThat(e).hasMessageContaining("x.changes.jsonl:");
      }
    }
  }

  private void refuses(String text, String told) throws IOException {
    Path path = write(text);
    assertThatThrownBy(() -> ChangesFile.open(path))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(told);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("x.changes.jsonl"), text);
  }
}
