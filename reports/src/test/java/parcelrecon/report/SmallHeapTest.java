package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs larger than the memory there is. The properties are for docs/figures.md. */
class SmallHeapTest {

  @TempDir Path folder;

  @Test
  void outputs_listEveryParcel_whenTheyAreLargerThanTheHeap() throws IOException {
    int groups = Integer.getInteger("small-heap.mismatches", 35_000) / ManyParcels.MISMATCHES;
    String heap = System.getProperty("small-heap.heap", "40m");

    assertThat(OutputsInSmallHeap.write(heap, groups, folder)).isTrue();

    try (WorkbookXml book = new WorkbookXml(folder.resolve("affected-parcels.xlsx"))) {
      assertThat(book.rows("Store calls")).isEqualTo(groups * 4L);
      assertThat(book.rows("Money")).isEqualTo(groups);
      assertThat(book.rows("Parcels")).isEqualTo(groups * 4L);
      assertThat(book.rows("Datafixes")).isEqualTo(groups * 8L);
    }
    try (Stream<String> lines = Files.lines(folder.resolve("mismatches.csv"))) {
      assertThat(lines.count()).isEqualTo(1L + groups * ManyParcels.MISMATCHES);
    }
    assertThat(folder.resolve(".parts")).doesNotExist();
  }
}
