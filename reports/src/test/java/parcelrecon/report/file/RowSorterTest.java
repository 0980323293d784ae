package parcelrecon.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSorterTest {

  private static final int MEMORY_BYTES = 2_000;

  @TempDir Path folder;

  private List<String> sorted(List<String> texts, int memoryBytes, int filesMax) {
    try (RowSorter sorter = new RowSorter(folder.resolve("work"), memoryBytes, filesMax)) {
      for (String text : texts) {
        sorter.add(new SortKey().by(text), text.getBytes(StandardCharsets.UTF_8));
      }
      List<String> sorted = new ArrayList<>();
      sorter
          .sorted()
          .forEachRemaining(value -> sorted.add(new String(value, StandardCharsets.UTF_8)));
      return sorted;
    }
  }

  private static List<String> shuffled(int count, long seed) {
    List<String> texts =
        new ArrayList<>(IntStream.range(0, count).mapToObj("row %05d"::formatted).toList());
    Collections.shuffle(texts, new Random(seed));
    return texts;
  }

  @Test
  void rows_comeInTheirOrder_howeverManyFilesThereAre() {
    List<String> texts = shuffled(3_000, 4);
    List<String> expected = texts.stream().sorted().toList();
    assertThat(sorted(texts, Integer.MAX_VALUE, 10)).as("in memory").isEqualTo(expected);
    assertThat(sorted(texts, MEMORY_BYTES, 1_000)).as("in files").isEqualTo(expected);
    assertThat(sorted(texts, MEMORY_BYTES, 3)).as("in files of files").isEqualTo(expected);
    assertThat(sorted(texts, 1, 2)).as("a file a row").isEqualTo(expected);
  }

  @Test
  void sorter_leavesNoFile_whenItIsClosed() {
    try (RowSorter sorter = new RowSorter(folder.resolve("work"), MEMORY_BYTES, 3)) {
      shuffled(500, 5).forEach(text -> sorter.add(new SortKey().by(text), new byte[10]));
      assertThat(folder.resolve("work")).isNotEmptyDirectory();
      assertThat(sorter.sorted().hasNext()).isTrue();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void sorter_hasNothing_whenNothingWasAdded() {
    assertThat(sorted(List.of(), MEMORY_BYTES, 3)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keys_areInTheOrderOfTheirFields() {
    assertAscending(
        List.of(
            key().by(-5).by("z"),
            key().by(0).by(""),
            key().by(0).by("\u0000"),
            key().by(0).by("\u0000a"),
            key().by(0).by("\u0001"),
            key().by(0).by("a").by(9),
            key().by(0).by("a").by(Long.MAX_VALUE),
            key().by(0).by("a\u0000"),
            key().by(0).by("ab"),
            key().by(0).by("店"),
            key().by(0).by("\uD83D\uDCE6"),
            key().by(1)));
    assertAscending(
        List.of(
            key().by(Instant.MIN),
            key().by(Instant.parse("1969-12-31T23:59:59.999Z")),
            key().by(Instant.EPOCH),
            key().by(Instant.parse("2022-04-13T11:42:39Z")),
            key().by(Instant.parse("2022-04-13T11:42:39.001Z")),
            key().by(Instant.MAX)));
  }

  @Test
  void amounts_areInTheOrderOfMajorUnits_theGreatestFirst() {
    assertAscending(
        List.of(
            amount("922337203685477580700"),
            amount("1280"),
            amount("12.8"),
            amount("12.7999"),
            amount("1"),
            amount("0"),
            amount("-0.0001"),
            amount("-1280"),
            amount("-922337203685477580800")));
  }

  private static SortKey key() {
    return new SortKey();
  }

  private static SortKey amount(String major) {
    return key().byDescending(new BigDecimal(major));
  }

  private static void assertAscending(List<SortKey> keys) {
    for (int i = 1; i < keys.size(); i++) {
      assertThat(java.util.Arrays.compareUnsigned(keys.get(i - 1).toBytes(), keys.get(i).toBytes()))
          .as("key %d before key %d", i - 1, i)
          .isNegative();
    }
  }
}
