package parcelrecon.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files larger than the memory there is. The properties are for larger ones, as docs/figures.md has
 * them.
 */
class SmallHeapTest {

  private static final String[] HEADING = {
    "parcel_id",
    "payment_id",
    "amount",
    "kind",
    "status",
    "currency",
    "channel",
    "paid_at",
    "a",
    "b"
  };

  @TempDir Path folder;

  @Test
  void csv_isRead_whenItIsLargerThanTheHeap() throws IOException {
    int rows = Integer.getInteger("small-heap.csv-rows", 200_000);
    csv(folder.resolve("till.csv"), rows);

    assertThat(SmallHeap.read(heap("12m"), folder, "till.csv"))
        .isEqualTo(rows + " accepted, 0 rejected");
  }

  @Test
  void xlsx_isRead_whenItsTextsAreLargerThanTheHeap() throws IOException {
    int rows = Integer.getInteger("small-heap.xlsx-rows", 40_000);
    xlsx(folder.resolve("till.xlsx"), rows);

    assertThat(SmallHeap.read(heap("20m"), folder, "till.xlsx"))
        .isEqualTo(rows + " accepted, 0 rejected");
  }

  private static String heap(String standard) {
    return System.getProperty("small-heap.heap", standard);
  }

  private static void csv(Path file, int rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", HEADING) + "\n");
      for (int number = 0; number < rows; number++) {
        out.write(String.join(",", row(number)) + "\n");
      }
    }
  }

  /** With a table of shared texts, as spreadsheet programs write. */
  private static void xlsx(Path file, int rows) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, true);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("明細");
      cells(sheet.createRow(0), HEADING);
      for (int number = 0; number < rows; number++) {
        Row row = sheet.createRow(number + 1);
        cells(row, row(number));
        row.getCell(2).setCellValue(number % 5000 + 0.5);
      }
      book.write(out);
    }
  }

  private static void cells(Row row, String... texts) {
    for (int column = 0; column < texts.length; column++) {
      row.createCell(column).setCellValue(texts[column]);
    }
  }

  private static String[] row(int number) {
    return new String[] {
      "P%012d".formatted(number * 7919L % 1_000_003),
      "B%d-%d".formatted(number / 1000, number % 1000),
      number % 5000 + ".50",
      "CAPTURE",
      "SUCCEEDED",
      "TWD",
      "cash " + number,
      "2022-04-13T19:%02d:%02d".formatted(number / 60 % 60, number % 60),
      "store %d of an area".formatted(number % 2400),
      "note %d, which is & stays unread".formatted(number).replace(",", "")
    };
  }
}
