package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class StoreCallsSheetTest {

  private final WrittenBook.Table calls = WrittenBook.sample().table("Store calls");

  @Test
  void columns_areThoseACallerNeeds() {
    assertThat(calls.headers())
        .containsExactly(
            "Priority",
            "Caller",
            "Area",
            "Supervisor",
            "Store id",
            "Store name",
            "Phone",
            "Parcel id",
            "Order id",
            "Payment",
            "Due",
            "Paid",
            "What happened",
            "What the store saw",
            "What the system says",
            "What came after",
            "Where the parcel is",
            "What the store is asked to do",
            "Pick-up deadline",
            "Days left",
            "Contact",
            "Answer",
            "When, who",
            "Note",
            "Incident",
            "Row id",
            "Row version");
  }

  @Test
  void rows_areTheParcelsAStoreIsAskedOrToldAbout() {
    assertThat(calls.texts("Parcel id"))
        .containsExactlyInAnyOrder(
            "'=P-0028", "P-0001", "P-0002", "P-0003", "P-0004", "P-0006", "P-0015", "P-0026");
  }

  @Test
  void rows_areSortedByCallerAreaStoreAndDue() {
    assertThat(calls.texts("Caller")).isSorted();
    assertThat(calls.texts("Parcel id")).containsSubsequence("P-0004", "P-0001");
    for (int row = 2; row <= calls.rows(); row++) {
      if (calls.cell(row, "Caller").equals(calls.cell(row - 1, "Caller"))) {
        assertThat(calls.cell(row, "Area").getStringCellValue())
            .isGreaterThanOrEqualTo(calls.cell(row - 1, "Area").getStringCellValue());
      }
    }
  }

  @Test
  void priority_isPrepaidAndOnShelfByDeadline_thenUnpaidByAmount() {
    List<String> byPriority = new ArrayList<>();
    for (int priority = 1; priority <= calls.rows(); priority++) {
      for (int row = 1; row <= calls.rows(); row++) {
        if (calls.cell(row, "Priority").getNumericCellValue() == priority) {
          byPriority.add(calls.cell(row, "Parcel id").getStringCellValue());
        }
      }
    }
    assertThat(byPriority)
        .containsExactly(
            "P-0003", "P-0004", "P-0006", "P-0001", "'=P-0028", "P-0026", "P-0015", "P-0002");
  }

  @Test
  void row_tellsWhatStoreAndSystemSaw() {
    assertThat(calls.text("P-0001", "What the store saw")).isEqualTo("19:42:39 error after 9.1 s");
    assertThat(calls.text("P-0001", "What the system says")).isEqualTo("19:42:39 picked up");
    assertThat(calls.text("P-0004", "What came after"))
        .isEqualTo("2022-04-14 18:02:11 tried again, refused");
    assertThat(calls.text("P-0006", "What came after"))
        .isEqualTo("2022-04-15 09:00:00 seen in the store");
    assertThat(calls.text("P-0001", "Phone")).isEqualTo("02-2712-0001");
    assertThat(calls.text("P-0026", "Paid")).isEqualTo("not yet due");
    assertThat(calls.text("P-0015", "What the system says")).isEqualTo("19:53:00 pick-up refused");
  }

  @Test
  void amountsAndDates_areReal() {
    Cell due = calls.cell("P-0001", "Due");
    assertThat(due.getNumericCellValue()).isEqualTo(1280);
    assertThat(due.getCellStyle().getDataFormatString()).isEqualTo("\"NT$\"#,##0");
    Cell deadline = calls.cell("P-0003", "Pick-up deadline");
    assertThat(deadline.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2022, 4, 17, 0, 0));
    assertThat(deadline.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(calls.number("P-0003", "Days left")).isEqualTo(1);
    assertThat(calls.cell("P-0001", "Parcel id").getCellType()).isEqualTo(CellType.STRING);
  }

  @Test
  void identity_isThereButHidden() {
    for (String header : List.of("Incident", "Row id", "Row version")) {
      assertThat(calls.sheet().isColumnHidden(calls.column(header))).as(header).isTrue();
    }
    assertThat(calls.text("P-0001", "Row id")).isEqualTo("P-0001");
    assertThat(calls.text("P-0001", "Incident")).isEqualTo("2022-04-13-kafka");
    assertThat(calls.texts("Row version")).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void dropDowns_offerContactAndAnswer_onEveryRow() {
    assertThat(options("Contact")).containsExactly("not yet", "reached", "no answer", "calls back");
    assertThat(options("Answer"))
        .containsExactly("on the shelf", "handed over, paid", "handed over, not paid", "not found");
  }

  private List<String> options(String header) {
    int column = calls.column(header);
    DataValidation validation =
        calls.sheet().getDataValidations().stream()
            .filter(each -> each.getRegions().getCellRangeAddresses()[0].getFirstColumn() == column)
            .findFirst()
            .orElseThrow();
    CellRangeAddress rows = validation.getRegions().getCellRangeAddresses()[0];
    assertThat(rows.getFirstRow()).isEqualTo(calls.headerRow() + 1);
    assertThat(rows.getLastRow()).isEqualTo(calls.lastRow());
    XSSFWorkbook book = WrittenBook.sample().workbook();
    AreaReference area =
        new AreaReference(
            validation.getValidationConstraint().getFormula1(), book.getSpreadsheetVersion());
    List<String> options = new ArrayList<>();
    for (CellReference cell : area.getAllReferencedCells()) {
      options.add(
          book.getSheet(cell.getSheetName())
              .getRow(cell.getRow())
              .getCell(cell.getCol())
              .getStringCellValue());
    }
    return options;
  }
}
