package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.report.SampleRun;
import parcelrecon.report.text.Texts;

class AffectedParcelsWorkbookTest {

  private static final List<String> TABLES =
      List.of(
          "Store calls",
          "Money",
          "Parcels",
          "Timeline",
          "Datafixes",
          "Downstream",
          "Stores",
          "Rejects");

  @TempDir Path folder;

  private Path write(String name, SampleRun run) throws IOException {
    Path file = folder.resolve(name);
    new AffectedParcelsWorkbook(Texts.of("en"), 2).write(run, file);
    return file;
  }

  @Test
  void workbook_hasTenSheets_inTheirOrder() {
    assertThat(WrittenBook.sample().sheetNames())
        .containsExactly(
            "Summary",
            "Store calls",
            "Money",
            "Parcels",
            "Timeline",
            "Datafixes",
            "Downstream",
            "Stores",
            "Evidence",
            "Rejects");
  }

  @Test
  void workbook_hasEqualBytes_whenWrittenAgainElsewhereByAnotherRun() throws IOException {
    Path first = write("first.xlsx", SampleRun.incident());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      assertThat(write("second.xlsx", SampleRun.again(7))).hasSameBinaryContentAs(first);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void workbook_tellsHowManyParcelsItLists_andLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a.xlsx");
    long listed = new AffectedParcelsWorkbook(Texts.of("en"), 1).write(SampleRun.incident(), file);
    assertThat(listed).isEqualTo(SampleRun.incident().totals().parcels().affected());
    assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
  }

  @Test
  void tables_haveFilterFrozenHeaderAndPrintLayout() {
    for (String name : TABLES) {
      WrittenBook.Table table = WrittenBook.sample().table(name);
      assertThat(table.rows()).as(name).isPositive();
      assertThat((int) table.sheet().getPaneInformation().getHorizontalSplitPosition())
          .as(name)
          .isEqualTo(table.headerRow() + 1);
      assertThat(table.sheet().getRepeatingRows().getFirstRow())
          .as(name)
          .isEqualTo(table.headerRow());
      assertThat(table.sheet().getPrintSetup().getLandscape()).as(name).isTrue();
      assertThat(table.sheet().getFitToPage()).as(name).isTrue();
    }
  }

  @Test
  void texts_areNeverFormulas_whateverTheData() {
    List<String> texts = new ArrayList<>();
    List<String> formulas = new ArrayList<>();
    WrittenBook.sample()
        .workbook()
        .forEach(
            sheet ->
                sheet.forEach(
                    row ->
                        row.forEach(
                            cell -> {
                              if (cell.getCellType() == CellType.FORMULA) {
                                formulas.add(cell.getCellFormula());
                              } else if (cell.getCellType() == CellType.STRING) {
                                texts.add(cell.getStringCellValue());
                              }
                            })));
    assertThat(texts).noneMatch(text -> text.matches("(?s)[=+\\-@\t\r].*"));
    assertThat(texts).contains("'=P-0028", "'-S0009", "'=cmd|' /C calc'!A0,OUT-BAD");
    assertThat(formulas)
        .isNotEmpty()
        .allMatch(
            formula ->
                formula.startsWith("HYPERLINK(\"#'Timeline'!A")
                    || formula.startsWith("SUMPRODUCT(SUBTOTAL(109")
                    || formula.startsWith("SUMIF(")
                    || formula.matches("[A-Z]+\\d+-[A-Z]+\\d+")
                    || formula.matches("SUM\\([A-Z]+\\d+:[A-Z]+\\d+\\)")
                    || formula.matches("ROUND\\([A-Z]+\\d+-[A-Z]+\\d+,\\d\\)"));
  }

  @Test
  void sheets_continue_whenTheyAreFull() {
    WrittenBook book = WrittenBook.of(SampleRun.incident(), 1, 25);
    assertThat(book.sheetNames())
        .containsSubsequence("Money", "Money (2)", "Parcels", "Timeline", "Timeline (2)")
        .containsSubsequence("Timeline (3)", "Datafixes", "Datafixes (2)", "Downstream");
    WrittenBook.Table first = book.table("Timeline");
    WrittenBook.Table second = book.table("Timeline (2)");
    assertThat(first.sheet().getLastRowNum()).isEqualTo(24);
    assertThat(second.headers()).isEqualTo(first.headers());
    assertThat(second.rows()).isPositive();
  }

  @Test
  void links_leadToTheParcelsFirstRecord_alsoOnAContinuedSheet() {
    WrittenBook book = WrittenBook.of(SampleRun.incident(), 1, 25);
    WrittenBook.Table parcels = book.table("Parcels");
    for (int row = 1; row <= parcels.rows(); row++) {
      String formula = parcels.cell(row, "Records").getCellFormula();
      String sheet = formula.replaceAll(".*#'(.*)'!A.*", "$1");
      int target = Integer.parseInt(formula.replaceAll(".*!A(\\d+).*", "$1"));
      assertThat(book.table(sheet).sheet().getRow(target - 1).getCell(0).getStringCellValue())
          .isEqualTo(parcels.cell(row, "Parcel id").getStringCellValue());
    }
    assertThat(parcels.cell(parcels.rows(), "Records").getCellFormula()).contains("Timeline (");
  }

  @Test
  void workbook_saysSo_whenThereIsNothingToList() {
    WrittenBook book = WrittenBook.of(SampleRun.of(List.of()), 3, Book.ROWS_MAX);
    WrittenBook.Table calls = book.table("Store calls");
    assertThat(calls.rows()).isZero();
    assertThat(calls.sheet().getRow(calls.headerRow() + 1).getCell(0).getStringCellValue())
        .isEqualTo("Nothing to list.");
  }
}
