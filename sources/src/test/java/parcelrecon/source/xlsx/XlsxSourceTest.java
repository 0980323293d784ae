package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import parcelrecon.model.Coverage;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings.Footer;

class XlsxSourceTest extends TillBooks {

  private final XSSFWorkbook book = new XSSFWorkbook();

  private CellStyle style(String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void rows_becomeRecordsWithTheirRowNumbers_whenSeveralWorkbooksMatch() {
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount", "channel");
    row(sheet, 2, "P1", "1", 10.5, "cash");
    row(sheet, 4, "P2", "2", 20, null);
    file("till/b.xlsx", book);
    SXSSFWorkbook streamed = new SXSSFWorkbook();
    Sheet other = streamed.createSheet();
    row(other, 1, "channel", "amount", "payment_id", "parcel_id");
    row(other, 2, "card", "30.00", 3, "P3");
    file("till/a.xlsx", streamed);
    file("till/~$a.xlsx", new byte[] {4});

    Reading reading = read();

    assertThat(refs(reading))
        .containsExactly(
            "payments:till/a.xlsx:2", "payments:till/b.xlsx:2", "payments:till/b.xlsx:4");
    assertThat(channels(reading)).containsExactly("card", "cash", null);
    Payment first = (Payment) reading.sink().accepted().get(0);
    assertThat(first.paymentId()).isEqualTo("3");
    assertThat(first.amountMinor()).isEqualTo(3000);
    assertThat(reading.plan().splits()).hasSize(2);
    assertThat(reading.reasons())
        .containsExactly(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS));
  }

  @Test
  void tryOut_readsTheFirstRowsOfEachBook() {
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount", "channel");
    for (int i = 2; i < 99; i++) {
      row(sheet, i, "P" + i, "1", i == 3 ? "much" : 10, "cash");
    }
    byte[] bytes = bytes(book);
    file("till/a.xlsx", bytes);
    file("till/b.xlsx", bytes);
    CollectingSink sink = new CollectingSink();
    try (XlsxSource source = source()) {
      source.tryOut(sink);
    }
    assertThat(sink.accepted()).hasSize(2 * 19);
    assertThat(sink.rejected()).hasSize(2);
  }

  @Test
  void heading_isTheFirstRowWithAllColumns_whenTitlesStandAboveIt() {
    payments.column("parcel_id", "物流單號").column("payment_id", "批次", "流水號").column("amount", "金額");
    Sheet sheet = book.createSheet("封面");
    row(sheet, 1, "對帳單");
    Sheet table = book.createSheet("明細");
    row(table, 2, "2022-04-13 對帳明細", null, null, null);
    table.addMergedRegion(new CellRangeAddress(1, 1, 0, 3));
    row(table, 3, "金額", "單位: 元");
    row(table, 6, null, "流水號", " 批次", "物流單號", "金額");
    row(table, 7, null, 7, "B1", "P1", 4212).setZeroHeight(true);
    row(table, 8);
    row(table, 9, "", "", null, null, "");
    row(table, 10, null, "8", "B1", "P2", "10");
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(refs(reading)).containsExactly("payments:till/a.xlsx:7", "payments:till/a.xlsx:10");
    assertThat(((Payment) reading.sink().accepted().get(0)).paymentId()).isEqualTo("B1-7");
  }

  @Test
  void sheet_isTheOneNamed() {
    for (String name : new String[] {"0413", "0414"}) {
      Sheet sheet = book.createSheet(name);
      row(sheet, 1, "parcel_id", "payment_id", "amount", "channel");
      row(sheet, 2, "P" + name, "1", 10, name);
    }
    file("till/a.xlsx", book);
    payments.xlsx("till/*.xlsx", "0414");

    assertThat(read().sink().record().parcelId()).isEqualTo("P0414");
  }

  @Test
  void amount_isExact_whenANumberIsABinaryFraction() {
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount");
    row(sheet, 2, "P1", "1", 1279.1 + 1);
    row(sheet, 3, "P2", "2", 0.1 + 0.2);
    row(sheet, 4, "P3", "3", 1234567890123.45);
    row(sheet, 5, "P4", "4", 10.005);
    row(sheet, 6, "P5", "5", -480);
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(reading.sink().accepted())
        .extracting(payment -> ((Payment) payment).amountMinor())
        .containsExactly(128010L, 30L, 123456789012345L);
    assertThat(reading.sink().rejected().get(0).reason())
        .isEqualTo("amount \"10.005\" has more decimals than its currency, expected e.g. 12.50");
    assertThat(reading.sink().rejected().get(1).reason())
        .isEqualTo("amount \"-480\" is negative, expected 0 or more");
  }

  @Test
  void time_isADateCell_whateverTheTimeFormat() {
    payments.timeFormat("yyyy/MM/dd HH:mm:ss");
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount", "paid_at");
    Row time = row(sheet, 2, "P1", "1", 10);
    time.createCell(3).setCellValue(LocalDateTime.parse("2022-04-13T19:42:39"));
    time.getCell(3).setCellStyle(style("yyyy/mm/dd hh:mm"));
    Row day = row(sheet, 3, "P2", "2", 10);
    day.createCell(3).setCellValue(LocalDate.parse("2022-04-13"));
    day.getCell(3).setCellStyle(style("[$-404]e/m/d"));
    row(sheet, 4, "P3", "3", 10, "2022/04/13 19:42:39");
    row(sheet, 5, "P4", "4", 10, 44664.8212847222);
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(reading.sink().accepted())
        .extracting(payment -> ((Payment) payment).paidAt().start())
        .containsExactly(
            Instant.parse("2022-04-13T11:42:39Z"),
            Instant.parse("2022-04-12T16:00:00Z"),
            Instant.parse("2022-04-13T11:42:39Z"));
    assertThat(((Payment) reading.sink().accepted().get(1)).paidAt().isDay()).isTrue();
    assertThat(reading.sink().rejected().get(0).reason())
        .isEqualTo("paid_at \"44664.8212847222\" is not a time, expected e.g. 2022/04/13 19:42:39");
  }

  @Test
  void time_isReadByItsPattern_whenItsDigitsAreANumber() {
    payments.timeFormat("yyyyMMdd");
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount", "paid_at");
    row(sheet, 2, "P1", "1", 10, 20220413);
    file("till/a.xlsx", book);

    assertThat(((Payment) read().sink().record()).paidAt().start())
        .isEqualTo(Instant.parse("2022-04-12T16:00:00Z"));
  }

  @Test
  void id_isWhatTheSheetShows_whenItIsANumber() {
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount");
    row(sheet, 2, 12345678, "1", 10);
    row(sheet, 3, 12, "2", 10).getCell(0).setCellStyle(style("00000000"));
    row(sheet, 4, 123456789012345L, "3", 10);
    row(sheet, 5, 1234567890123456L, "4", 10);
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(reading.sink().accepted())
        .extracting(SourceRecord::parcelId)
        .containsExactly("12345678", "00000012", "123456789012345");
    assertThat(reading.sink().rejected().get(0).reason())
        .startsWith("parcel_id \"1.234567890123456E15\" is a number of more than 15 digits");
    assertThat(reading.sink().rejected().get(0).parcelId()).isNull();
  }

  @Test
  void row_isFilteredBySiteColumns() {
    payments.include("類型", "代收貨款");
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount", "類型");
    row(sheet, 2, "P1", "1", 10, "代收貨款");
    row(sheet, 3, "P2", "2", 10, "運費");
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(reading.sink().accepted()).hasSize(1);
    assertThat(reading.sink().filtered()).isEqualTo(1);
  }

  @Test
  void footer_isComparedWithTheRows() {
    payments.footer(
        new Footer("parcel_id", "合計", Optional.of("payment_id"), Optional.of("amount")));
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount");
    row(sheet, 2, "P1", "1", 0.1);
    row(sheet, 3, "P2", "2", 0.2);
    row(sheet, 5, "合計", 2);
    sheet.getRow(4).createCell(2).setCellFormula("SUM(C2:C4)");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    file("till/a.xlsx", book);

    Reading reading = read();

    assertThat(reading.reasons())
        .contains(Coverage.Reason.of(Coverage.Code.CONTROL_TOTAL_MET, "till/a.xlsx", 2, "0.3"));
    assertThat(reading.sink().accepted()).hasSize(2);
  }

  @Test
  void footer_tellsSumsAsTheSheetShowsThem_whenItDiffers() {
    payments.footer(new Footer("parcel_id", "合計", Optional.empty(), Optional.of("amount")));
    Sheet sheet = book.createSheet();
    row(sheet, 1, "parcel_id", "payment_id", "amount");
    row(sheet, 2, "P1", "1", 480);
    row(sheet, 3, "合計", null, 481);
    file("till/a.xlsx", book);

    assertThat(read().reasons())
        .contains(
            Coverage.Reason.of(
                Coverage.Code.CONTROL_TOTAL_DIFFERS, "till/a.xlsx", "amount 481", "amount 480", 0));
  }
}
