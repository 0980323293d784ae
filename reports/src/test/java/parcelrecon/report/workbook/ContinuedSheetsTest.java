package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import parcelrecon.report.ManyParcels;

/** What the first sheet of a table can do, the sheets that go on with it can do too. */
class ContinuedSheetsTest {

  private static final int GROUPS = 20;
  private static final int CALLS = 4 * GROUPS;

  private static final WrittenBook BOOK = WrittenBook.of(new ManyParcels(GROUPS), 2, 60);

  private static List<WrittenBook.Table> parts(String name) {
    return BOOK.sheetNames().stream()
        .filter(sheet -> sheet.equals(name) || sheet.startsWith(name + " ("))
        .map(BOOK::table)
        .toList();
  }

  @Test
  void calls_goOnInTheirOrder_withoutALoss() {
    assertThat(parts("Store calls")).hasSize(2);
    List<Integer> priorities = new ArrayList<>();
    List<String> callers = new ArrayList<>();
    for (WrittenBook.Table part : parts("Store calls")) {
      callers.addAll(part.texts("Caller"));
      for (int row = 1; row <= part.rows(); row++) {
        priorities.add((int) part.cell(row, "Priority").getNumericCellValue());
      }
    }
    assertThat(callers).hasSize(CALLS).isSorted();
    assertThat(priorities)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, CALLS).boxed().toList());
  }

  @Test
  void calls_haveDropDownsFilterHeaderAndHiddenColumns_onEverySheet() {
    WrittenBook.Table first = BOOK.table("Store calls");
    for (WrittenBook.Table part : parts("Store calls")) {
      assertThat(part.headers()).isEqualTo(first.headers());
      for (String hidden : List.of("Incident", "Row id", "Row version")) {
        assertThat(part.sheet().isColumnHidden(part.column(hidden))).isTrue();
      }
      assertThat(part.sheet().getDataValidations()).hasSize(2);
      for (DataValidation choice : part.sheet().getDataValidations()) {
        CellRangeAddress rows = choice.getRegions().getCellRangeAddresses()[0];
        assertThat(rows.getFirstRow()).isEqualTo(part.headerRow() + 1);
        assertThat(rows.getLastRow()).isEqualTo(part.lastRow());
      }
      assertThat((int) part.sheet().getPaneInformation().getHorizontalSplitPosition())
          .isEqualTo(part.headerRow() + 1);
      assertThat(part.sheet().getRepeatingRows().getFirstRow()).isEqualTo(part.headerRow());
      assertThat(part.sheet().getFooter().getLeft()).isEqualTo("&A");
    }
  }

  @Test
  void letters_nameTheParcelsOfTheirStores_whereverTheirRowsAre() {
    WrittenBook.Table stores = BOOK.table("Stores");
    List<String> letters = new ArrayList<>();
    parts("Stores").forEach(part -> letters.addAll(part.texts("Message to the store")));
    assertThat(stores.headers()).contains("Message to the store");
    assertThat(String.join("\n", letters)).contains("P000000000-0", "P000000019-3");
    assertThat(letters.stream().filter(letter -> !letter.isEmpty())).hasSize(CALLS);
  }
}
