package parcelrecon.report.datafix.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.datafix.Suggestion;
import parcelrecon.datafix.TableRow;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;
import parcelrecon.rule.MismatchKind;

/** What a row is now, against what was seen of it and what the change writes. */
class GuardCountTest {

  private static final String SEEN = "2022-04-15T15:59:59Z";
  private static final String NEW = "2022-04-23T04:00:00.250Z";

  @TempDir Path directory;

  private static Change change(String id, String deadlineSeen, String deadlineNew) {
    return new Change(
        "P",
        id,
        "PICKED_UP",
        "AWAITING_PICKUP",
        3,
        instant(deadlineSeen),
        instant(deadlineNew),
        Suggestion.REVERT_OUTBOUND,
        MismatchKind.SHOWN_AS_FAILED,
        List.of());
  }

  private static Instant instant(String text) {
    return text == null || text.isEmpty() ? null : Instant.parse(text);
  }

  private static TableRow row(String id, String state, Long version, String deadline) {
    return new TableRow(id, state, version, instant(deadline), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "PICKED_UP, 3, 2022-04-15T15:59:59Z, HOLDS",
    "PICKED_UP, 3, 2022-04-15T15:59:59.000001Z, CHANGED",
    "PICKED_UP, 3, , CHANGED",
    "PICKED_UP, 4, 2022-04-15T15:59:59Z, CHANGED",
    "PICKED_UP, , 2022-04-15T15:59:59Z, CHANGED",
    "picked_up, 3, 2022-04-15T15:59:59Z, CHANGED",
    ", 3, 2022-04-15T15:59:59Z, CHANGED",
    "AWAITING_PICKUP, 4, 2022-04-23T04:00:00.250Z, FIXED",
    "AWAITING_PICKUP, 4, 2022-04-23T04:00:00Z, FIXED",
    "AWAITING_PICKUP, 4, 2022-04-23T04:00:01Z, FIXED",
    "AWAITING_PICKUP, 4, 2022-04-23T04:00:01.250Z, CHANGED",
    "AWAITING_PICKUP, 4, , CHANGED",
    "AWAITING_PICKUP, 4, 2022-04-15T15:59:59Z, CHANGED",
    "AWAITING_PICKUP, 3, 2022-04-23T04:00:00.250Z, CHANGED",
    "AWAITING_PICKUP, 5, 2022-04-23T04:00:00.250Z, CHANGED",
  })
  void row_standsToItsChange(String state, Long version, String deadline, Standing expected) {
    TableRow row = row("O1", state, version, deadline);
    assertThat(Standing.of(change("O1", SEEN, NEW), List.of(row), true)).isEqualTo(expected);
  }

  @Test
  void deadline_countsOnlyWhereTheTableHasOne() {
    TableRow row = row("O1", "PICKED_UP", 3L, "2022-04-15T00:00:00Z");
    assertThat(Standing.of(change("O1", SEEN, NEW), List.of(row), false)).isEqualTo(Standing.HOLDS);
    TableRow none = row("O1", "PICKED_UP", 3L, null);
    assertThat(Standing.of(change("O1", null, NEW), List.of(none), true)).isEqualTo(Standing.HOLDS);
  }

  @Test
  void deadline_isPartOfTheGuard_alsoWhereTheChangeLeavesIt() {
    Change leaves = change("O1", SEEN, null);
    TableRow moved = row("O1", "PICKED_UP", 3L, "2022-04-15T00:00:00Z");
    assertThat(Standing.of(leaves, List.of(moved), true)).isEqualTo(Standing.CHANGED);
    TableRow fixed = row("O1", "AWAITING_PICKUP", 4L, SEEN);
    assertThat(Standing.of(leaves, List.of(fixed), true)).isEqualTo(Standing.FIXED);
    TableRow other = row("O1", "AWAITING_PICKUP", 4L, null);
    assertThat(Standing.of(leaves, List.of(other), true)).isEqualTo(Standing.CHANGED);
  }

  @Test
  void row_hasMoved_whenItCannotBeRead() {
    TableRow row = new TableRow("O1", "PICKED_UP", 3L, instant(SEEN), Optional.of("damaged"));
    assertThat(Standing.of(change("O1", SEEN, NEW), List.of(row), true))
        .isEqualTo(Standing.CHANGED);
  }

  @Test
  void rows_areAskedForInBatches_andCounted() throws IOException {
    List<Integer> asked = new ArrayList<>();
    GuardCount count =
        GuardCount.of(
            changes(1_201),
            true,
            keys -> {
              asked.add(keys.size());
              return keys.stream()
                  .filter(key -> !key.equals("O7"))
                  .map(key -> row(key, "PICKED_UP", key.equals("O9") ? 8L : 3L, SEEN))
                  .toList();
            });
    assertThat(asked).containsExactly(500, 500, 201);
    assertThat(count.expected()).isEqualTo(1_201);
    assertThat(count.count(Standing.HOLDS)).isEqualTo(1_199);
    assertThat(count.movedInAll()).isEqualTo(2);
    assertThat(count.moved())
        .extracting(moved -> moved.change().outboundId() + " " + moved.standing())
        .containsExactly("O7 GONE", "O9 CHANGED");
  }

  @Test
  void rowsOfOtherKeys_areNamedAndNotCounted() throws IOException {
    GuardCount count =
        GuardCount.of(changes(1), true, keys -> List.of(row("o1", "PICKED_UP", 3L, SEEN)));
    assertThat(count.count(Standing.GONE)).isEqualTo(1);
    assertThat(count.othersKeys()).containsExactly("o1");
  }

  @Test
  void rowsOfOneKey_areToldInOneOrder_andNotAll() throws IOException {
    TableRow[] rows = new TableRow[5];
    Arrays.setAll(rows, i -> row("O1", "PICKED_UP", 9L - i, SEEN));
    GuardCount count = GuardCount.of(changes(1), true, keys -> List.of(rows));
    assertThat(count.count(Standing.SEVERAL)).isEqualTo(1);
    assertThat(count.moved().get(0).now())
        .extracting(TableRow::version)
        .containsExactly(5L, 6L, 7L);
  }

  private ChangesFile changes(int rows) throws IOException {
    return ChangesFile.open(
        Files.writeString(
            directory.resolve("001-revert-outbound.changes.jsonl"),
            IntStream.rangeClosed(1, rows)
                .mapToObj(i -> ChangesFile.line(change("O" + i, SEEN, NEW)))
                .collect(Collectors.joining())));
  }
}
