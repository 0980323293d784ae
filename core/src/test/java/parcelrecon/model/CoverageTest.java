package parcelrecon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Coverage.State;

class CoverageTest {

  private static final Reason SUMMARY = Reason.of(Code.READ_TO_FROZEN_ENDS, "t", 3, 30);
  private static final Reason OPEN = Reason.of(Code.OPEN_TRANSACTION, "t", 2, 5);
  private static final Reason COMPACTED = Reason.of(Code.COMPACTED, "compact");
  private static final Reason GROUP = Reason.of(Code.GROUP_WITHOUT_OFFSETS, "g", "t");

  @Test
  void partitions_putTogetherWhatIsKnownOfEach_byTopicThenNumber() {
    Coverage coverage =
        new Coverage(
            List.of(
                SUMMARY,
                read("t", 10, 0, 7),
                read("t", 2, 3, 20),
                read("compact", 0, 0, 9),
                OPEN,
                COMPACTED,
                GROUP));

    assertThat(coverage.partitions())
        .containsExactly(
            partition("compact", 0, 0, 9, COMPACTED),
            partition("t", 2, 3, 20, OPEN),
            partition("t", 10, 0, 7));
    assertThat(coverage.partitions())
        .extracting(PartitionCoverage::state)
        .containsExactly(State.INCOMPLETE, State.INCOMPLETE, State.COMPLETE);
    assertThat(coverage.general()).containsExactly(SUMMARY, COMPACTED, GROUP);
  }

  @Test
  void partition_isThere_whenItWasNotRead() {
    Reason missing = Reason.of(Code.PARTITION_NOT_THERE, "t", 1);
    assertThat(new Coverage(List.of(missing)).partitions())
        .containsExactly(
            new PartitionCoverage(
                "t", 1, OptionalLong.empty(), OptionalLong.empty(), List.of(missing)));
  }

  @Test
  void partitions_areNone_whenASourceHasNoTopics() {
    Coverage file = new Coverage(List.of(Reason.of(Code.CUT_LAST_ROW, "a.csv", 7)));
    assertThat(file.partitions()).isEmpty();
    assertThat(file.general()).isEqualTo(file.reasons());
  }

  @Test
  void reason_isRefused_whenItsArgumentsAreNotThoseOfItsCode() {
    assertThatThrownBy(() -> Reason.of(Code.SEGMENT_CUT, "t-1/0.log", 7))
        .hasMessage("SEGMENT_CUT takes [topic, partition, file, offset], not [t-1/0.log, 7]");
  }

  /** docs/reference.md is where people look a code up. */
  @Test
  void reference_listsEveryCode_withItsArgumentsAndState() throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("../docs/reference.md")).stream()
            .filter(
                line -> line.matches("\\| [A-Z_]+ \\| .* \\| (COMPLETE|INCOMPLETE|UNKNOWN) \\| .*"))
            .map(line -> line.substring(0, line.lastIndexOf(" | ")))
            .toList();
    assertThat(listed)
        .containsExactly(
            Arrays.stream(Code.values())
                .map(
                    code ->
                        "| %s | %s | %s"
                            .formatted(
                                code,
                                code.arguments().isEmpty()
                                    ? "–"
                                    : String.join(", ", code.arguments()),
                                code.state()))
                .toArray(String[]::new));
  }

  @Test
  void together_addsUpWhatPartsCount_andTellsTheRestOnce() {
    assertThat(
            Coverage.together(
                    List.of(
                        Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 1, 5),
                        OPEN,
                        Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 2, 1),
                        Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 1, 5),
                        OPEN))
                .reasons())
        .containsExactly(
            Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 1, 10),
            OPEN,
            Reason.of(Code.OFFSETS_WITHOUT_RECORD, "t", 2, 1));
  }

  private static Reason read(String topic, int partition, long first, long end) {
    return Reason.of(Code.PARTITION_READ, topic, partition, first, end);
  }

  private static PartitionCoverage partition(
      String topic, int partition, long first, long end, Reason... reasons) {
    return new PartitionCoverage(
        topic, partition, OptionalLong.of(first), OptionalLong.of(end), List.of(reasons));
  }
}
