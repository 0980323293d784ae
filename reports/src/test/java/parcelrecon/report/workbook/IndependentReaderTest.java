package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;

/** What a reader that is not POI finds in a workbook. */
class IndependentReaderTest {

  @TempDir Path folder;

  private Map<String, List<Row>> read(parcelrecon.results.RunResults run) throws IOException {
    Path file = folder.resolve("book.xlsx");
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(run, file);
    Map<String, List<Row>> sheets = new TreeMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : book.getSheets().toList()) {
        sheets.put(sheet.getName(), sheet.read());
      }
    }
    return sheets;
  }

  /** The texts of a column; every one of its cells is a text. */
  private static List<String> column(List<Row> rows, String header) {
    int top = 0;
    while (rows.get(top).stream()
        .noneMatch(cell -> cell != null && header.equals(cell.getText()))) {
      top++;
    }
    List<String> texts = new ArrayList<>();
    int column = rows.get(top).stream().map(cell -> cell.getText()).toList().indexOf(header);
    for (Row row : rows.subList(top + 1, rows.size())) {
      row.getOptionalCell(column)
          .filter(cell -> cell.getType() != CellType.EMPTY)
          .ifPresent(
              cell -> {
                assertThat(cell.getType()).as(cell.getText()).isEqualTo(CellType.STRING);
                texts.add(cell.asString());
              });
    }
    return texts;
  }

  @Test
  void reader_findsEverySheetAndParcel() throws IOException {
    Map<String, List<Row>> sheets = read(SampleRun.incident());
    assertThat(sheets).hasSize(10);
    assertThat(column(sheets.get("Store calls"), "Parcel id")).hasSize(8).contains("P-0001");
    assertThat(column(sheets.get("Parcels"), "Parcel id"))
        .hasSize((int) SampleRun.incident().totals().parcels().affected());
  }

  @Test
  void ids_areTexts_whateverTheyLookLike() throws IOException {
    Map<String, List<Row>> sheets = read(HostileRun.some());
    for (String sheet : List.of("Store calls", "Money", "Parcels", "Datafixes")) {
      assertThat(column(sheets.get(sheet), "Parcel id"))
          .as(sheet)
          .containsAll(HostileRun.NUMBER_LIKE)
          .containsAll(HostileRun.FORMULA_LIKE.stream().map(id -> "'" + id).toList());
    }
  }

  @Test
  void ids_areNotTakenForEscapes_byAReaderThatKnowsThem() {
    WrittenBook book = WrittenBook.of(HostileRun.some(), 1, Book.ROWS_MAX);
    assertThat(book.table("Parcels").texts("Parcel id")).containsAll(HostileRun.AWKWARD);
  }
}
