package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.junit.jupiter.api.Test;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.report.SampleParcel;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.results.TieOut;
import parcelrecon.rule.MismatchKind;

class MoneySheetTest {

  private final WrittenBook.Table money = WrittenBook.sample().table("Money");

  @Test
  void columns_areThoseFinanceNeeds() {
    assertThat(money.headers())
        .containsExactly(
            "Case no.",
            "Business date",
            "Age (business days)",
            "Age band",
            "Store id",
            "Store name",
            "Parcel id",
            "Order id",
            "Checkout id",
            "Currency",
            "Due",
            "Paid net",
            "Difference (paid − due)",
            "To collect",
            "To refund",
            "Not yet due",
            "What was found",
            "Evidence",
            "Payments",
            "Store’s answer",
            "Payout date",
            "Hold payout",
            "Suggestion",
            "Treatment",
            "Voucher no.",
            "By, date",
            "Checked by, date",
            "Note",
            "Incident",
            "Row id",
            "Row version");
  }

  @Test
  void case_showsItsAmounts() {
    assertThat(money.number("P-0010", "Due")).isEqualTo(1000);
    assertThat(money.number("P-0010", "Paid net")).isEqualTo(900);
    assertThat(money.number("P-0010", "Difference (paid − due)")).isEqualTo(-100);
    assertThat(money.number("P-0010", "To collect")).isEqualTo(100);
    assertThat(money.cell("P-0010", "To refund").toString()).isEmpty();
    assertThat(money.number("P-0012", "To refund")).isEqualTo(530);
    assertThat(money.text("P-0012", "Payments"))
        .isEqualTo(
            "PAY-P-0012-1 · 19:51:00 · payment NT$530\nPAY-P-0012-2 · 19:51:30 · payment NT$530");
    assertThat(money.cell("P-0030", "Due").getCellStyle().getDataFormatString())
        .isEqualTo("\"JP¥\"#,##0");
    assertThat(money.text("P-0004", "Hold payout")).isEqualTo("hold");
    assertThat(money.text("P-0007", "Store’s answer")).startsWith("not found (2022-04-15");
  }

  @Test
  void case_isAgedInBusinessDays() {
    assertThat(money.cell("P-0010", "Business date").getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2022, 4, 13, 0, 0));
    assertThat(money.number("P-0010", "Age (business days)")).isEqualTo(2);
    assertThat(money.text("P-0010", "Age band")).isEqualTo("2–3");
  }

  @Test
  void amount_isInNoSumAndHasNoAge_whileNotYetDue() {
    assertThat(money.number("P-0026", "Not yet due")).isEqualTo(75);
    assertThat(money.cell("P-0026", "To collect").toString()).isEmpty();
    assertThat(money.cell("P-0026", "Age band").toString()).isEmpty();
  }

  @Test
  void caseNumbers_areTheSameInAnotherRun_andNeverTwice() {
    List<String> again =
        WrittenBook.of(SampleRun.again(9), 1, Book.ROWS_MAX).table("Money").texts("Case no.");
    assertThat(money.texts("Case no.")).isEqualTo(again).doesNotHaveDuplicates();
  }

  @Test
  void foot_tiesOut_andFollowsTheFilter_byCurrency() {
    XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(WrittenBook.sample().workbook());
    assertThat(foot(money, "All cases, TWD", "To collect").getNumericCellValue()).isEqualTo(6528);
    assertThat(foot(money, "Counted by the run, TWD", "To collect").getNumericCellValue())
        .isEqualTo(6528);
    Cell difference = foot(money, "Difference, TWD (must be 0)", "To refund");
    assertThat(evaluator.evaluate(difference).getNumberValue()).isZero();
    Cell shown = foot(money, "Shown cases, JPY (follows the filter)", "To collect");
    assertThat(shown.getCellFormula()).contains("SUBTOTAL(109").contains("=\"JPY\"");
    assertThat(shown.getNumericCellValue()).isEqualTo(200);
  }

  @Test
  void foot_explainsAllThatCodPickUpsLeaveOpen_toTheCent() {
    XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(WrittenBook.sample().workbook());
    assertThat(tieOut("Due − paid over all of them, TWD", evaluator)).isEqualTo(5873);
    int first = footRow(money, "Due − paid over all of them, TWD");
    List<Double> terms = new ArrayList<>();
    for (int row = first + 1; row < first + 6; row++) {
      terms.add(amount(row, evaluator));
    }
    assertThat(terms).containsExactly(6528.0, -730.0, 0.0, 75.0, 0.0);
    assertThat(tieOut("Explained in all, TWD", evaluator)).isEqualTo(5873);
    assertThat(tieOut("Not explained, TWD (must be 0)", evaluator)).isZero();
    assertThat(tieOut("Due − paid over all of them, JPY", evaluator)).isEqualTo(200);
    assertThat(tieOut("Not explained, JPY (must be 0)", evaluator)).isZero();
  }

  @Test
  void foot_saysWhy_whenMoneyIsNotTiedOut() {
    WrittenBook book =
        WrittenBook.of(
            new SampleRunAround(SampleRun.incident()) {
              @Override
              public Optional<SortedMap<String, TieOut>> tieOut() {
                return Optional.empty();
              }
            },
            1,
            Book.ROWS_MAX);
    assertThat(
            footRow(
                book.table("Money"),
                "This run was made by an earlier version, which did not keep what money is tied"
                    + " out with."))
        .isPositive();
  }

  private double tieOut(String label, XSSFFormulaEvaluator evaluator) {
    return amount(footRow(money, label), evaluator);
  }

  private double amount(int row, XSSFFormulaEvaluator evaluator) {
    Cell cell = money.sheet().getRow(row).getCell(money.column("To collect"));
    double shown = cell.getNumericCellValue();
    assertThat(evaluator.evaluate(cell).getNumberValue()).isEqualTo(shown);
    return shown;
  }

  @Test
  void foot_isAPlainSubtotal_whenThereIsOneCurrency() {
    SampleRun run =
        SampleRun.of(
            List.of(
                SampleParcel.parcel("A")
                    .cod(100)
                    .verdict(Verdict.UNKNOWN)
                    .pickedUp("19:50:00", 300)
                    .finds(MismatchKind.UNCOLLECTED, Suggestion.CHECK_COLLECTION)
                    .row()));
    WrittenBook book = WrittenBook.of(run, 1, Book.ROWS_MAX);
    Cell shown = foot(book.table("Money"), "Shown cases, TWD (follows the filter)", "To collect");
    assertThat(shown.getCellFormula()).isEqualTo("SUBTOTAL(109,N$3:N$3)");
    assertThat(new XSSFFormulaEvaluator(book.workbook()).evaluate(shown).getNumberValue())
        .isEqualTo(100);
  }

  @Test
  void foot_tiesOutOverAllSheets_whenTheyContinue() {
    WrittenBook book = WrittenBook.of(SampleRun.incident(), 1, 44);
    WrittenBook.Table last = book.table("Money (2)");
    Cell all = foot(last, "All cases, TWD", "To collect");
    assertThat(all.getCellFormula()).contains("'Money'!", "'Money (2)'!");
    assertThat(new XSSFFormulaEvaluator(book.workbook()).evaluate(all).getNumberValue())
        .isEqualTo(6528);
  }

  private static Cell foot(WrittenBook.Table table, String label, String header) {
    return table.sheet().getRow(footRow(table, label)).getCell(table.column(header));
  }

  private static int footRow(WrittenBook.Table table, String label) {
    for (int i = table.lastRow() + 1; i <= table.sheet().getLastRowNum(); i++) {
      Row row = table.sheet().getRow(i);
      if (row != null && row.getCell(0).getStringCellValue().equals(label)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no foot " + label);
  }
}
