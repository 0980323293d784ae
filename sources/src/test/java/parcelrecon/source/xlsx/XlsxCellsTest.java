package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Payment;
import parcelrecon.source.SomeSource.Reading;

/** Cells as all sorts of programs write them, on workbooks put together by hand. */
class XlsxCellsTest extends TillBooks {

  /** No numbers of rows, no references of cells, texts in the cells. */
  private static final String HEADING =
      "<row><c t=\"inlineStr\"><is><t>parcel_id</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>payment_id</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>amount</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>channel</t></is></c>"
          + "<c t=\"inlineStr\"><is><t>paid_at</t></is></c></row>";

  private static final String ROW =
      "<row><c t=\"inlineStr\"><is><t>P1</t></is></c><c><v>1</v></c><c><v>10</v></c>%s</row>";

  private static final String TEXTS =
      "<si><t>現金</t></si><si><r><t>現</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">金 </t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>げん</t></rPh></si><si><t>a_x0009_b &amp; c</t></si>";

  private static final String STYLES =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/mm/dd hh:mm:ss\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"27\"/>"
          + "<xf numFmtId=\"20\"/></cellXfs>";

  private Reading read(String cells) {
    file(
        "till/a.xlsx",
        BareBook.of(HEADING + ROW.formatted(cells)).texts(TEXTS).styles(STYLES).bytes());
    return read();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<c t=\"s\"><v>0</v></c>|現金",
        "<c t=\"s\"><v>1</v></c>|現金 ",
        "<c t=\"s\"><v>2</v></c>|a\tb & c",
        "<c t=\"inlineStr\"><is><r><t>現</t></r><r><t>金</t></r><rPh><t>げん</t></rPh></is></c>|現金",
        "<c t=\"str\"><f>A1&amp;\"x\"</f><v>P1x</v></c>|P1x",
        "<c><f>1+1</f><v>2</v></c>|2",
        "<c t=\"n\"><v>1280.0999999999999</v></c>|1280.1",
        "<c><v>1.5E3</v></c>|1500",
        "<c><v>-0.5</v></c>|-0.5",
        "<c t=\"b\"><v>1</v></c>|true",
        "<c t=\"b\"><v>0</v></c>|false",
        "<c s=\"1\"><v>44664.821284722224</v></c>|2022-04-13T19:42:39",
        "<c s=\"2\"><v>44664</v></c>|2022-04-13",
        "<c s=\"3\"><v>0.5</v></c>|12:00",
        "<c t=\"d\"><v>2022-04-13T19:42:39</v></c>|2022-04-13T19:42:39",
        "<c t=\"d\"><v>2022-04-13</v></c>|2022-04-13",
      })
  void value_isWhatTheSheetShows(String cell, String expected) {
    assertThat(((Payment) read(cell).sink().record()).channel()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c/>",
        "<c t=\"inlineStr\"><is><t></t></is></c>",
        "<c t=\"str\"><v></v></c>",
        "<c><v></v></c>",
        "<c t=\"inlineStr\"/>",
      })
  void value_isAbsent_whenTheCellIsEmpty(String cell) {
    assertThat(((Payment) read(cell).sink().record()).channel()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t=\"e\"><f>A0</f><v>#REF!</v></c>|channel \"#REF!\" is an error of the workbook, expected a value",
        "<c><f>1+1</f></c>|channel \"\" is a formula saved without its value, expected a value",
        "<c><v>x</v></c>|channel \"x\" is not a number",
        "<c t=\"s\"><v>3</v></c>|channel \"3\" is a shared text that the workbook does not hold",
        "<c t=\"s\"><v>x</v></c>|channel \"x\" is a shared text that the workbook does not hold",
        "<c t=\"d\"><v>13.4.</v></c>|channel \"13.4.\" is not a date",
        "<c t=\"?\"><v>1</v></c>|channel \"1\" is of an unknown type (?)",
        "<c s=\"1\"><v>-1</v></c>|channel \"-1\" is not a date of a workbook",
        "<c s=\"1\"><v>1E300</v></c>|channel \"1E300\" is not a date of a workbook",
        "<c><v>1E300</v></c>|channel \"1E300\" is a number of more than 15 digits, of which a workbook keeps no more; expected a text",
      })
  void row_isRejectedWithTheReason_whenAValueCannotBeTold(String cell, String reason) {
    assertThat(read(cell).sink().reason()).isEqualTo(reason);
  }

  @Test
  void row_isRead_whenWhatCannotBeToldIsInAColumnNobodyReads() {
    String cells = "<c/><c/><c t=\"e\"><v>#N/A</v></c>";

    assertThat(read(cells).sink().record().parcelId()).isEqualTo("P1");
  }

  @Test
  void row_isRejected_whenATextIsLongerThanACellCanBe() {
    String text = "x".repeat(40_000);
    assertThat(read("<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>").sink().reason())
        .endsWith("…\" is too long, expected at most 32767 characters");
  }

  @Test
  void days_countFrom1904_whenTheWorkbookSaysSo() {
    file(
        "till/a.xlsx",
        BareBook.of(HEADING + ROW.formatted("<c/><c s=\"1\"><v>43202.821284722224</v></c>"))
            .styles(STYLES)
            .from1904()
            .bytes());

    assertThat(((Payment) read().sink().record()).paidAt().start())
        .isEqualTo(Instant.parse("2022-04-13T11:42:39Z"));
  }

  @Test
  void cells_standWhereTheySay_whenOthersAreLeftOut() {
    file(
        "till/a.xlsx",
        BareBook.of(
                "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                    + "<c r=\"AA3\" t=\"s\"><v>2</v></c></row>"
                    + "<row><c r=\"B4\"><v>12</v></c><c r=\"C4\"><v>1</v></c>"
                    + "<c r=\"AA4\"><v>10</v></c></row>"
                    + "<row r=\"1048576\"><c r=\"B1048576\"><v>13</v></c><c><v>1</v></c>"
                    + "<c r=\"AA1048576\"><v>10</v></c></row>")
            .texts("<si><t>parcel_id</t></si><si><t>payment_id</t></si><si><t>amount</t></si>")
            .bytes());

    assertThat(refs(read()))
        .containsExactly("payments:till/a.xlsx:4", "payments:till/a.xlsx:1048576");
  }

  @Test
  void reject_showsTheRow() {
    assertThat(
            read("<c t=\"e\"><v>#REF!</v></c><c t=\"b\"><v>1</v></c>")
                .sink()
                .rejected()
                .get(0)
                .row())
        .isEqualTo("P1,1,10,#REF!,true");
  }
}
