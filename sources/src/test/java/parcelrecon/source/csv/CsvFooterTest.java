package parcelrecon.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.source.SiteFolder;
import parcelrecon.source.SomeSource;
import parcelrecon.source.SomeSource.Reading;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Footer;

/** The row at the end of a file that tells how many rows there are, and their sum. */
class CsvFooterTest extends TillFiles {

  private static final Footer COUNT_AND_SUM =
      new Footer("parcel_id", "合計", Optional.of("payment_id"), Optional.of("amount"));

  private static final String ROWS = HEADING + "P1,1,10.50,cash\nP2,2,20,card\n";

  private Reading read(String text) {
    payments.footer(COUNT_AND_SUM);
    file("till/a.csv", text);
    return read(1);
  }

  private static List<Reason> footers(Reading reading) {
    return reading.reasons().stream()
        .filter(reason -> reason.code() != Code.TAKEN_AS_ALL_THERE_IS)
        .toList();
  }

  private static Reason met(Object rows, Object sum) {
    return Reason.of(Code.CONTROL_TOTAL_MET, "till/a.csv", rows, sum);
  }

  private static Reason differs(String told, String read, int behind) {
    return Reason.of(Code.CONTROL_TOTAL_DIFFERS, "till/a.csv", told, read, behind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合計,2,30.50,|30.50",
        "合計,2,30.5,|30.5",
        "合計,2,30.500|30.500",
        "=\"合計\",=\"2\",=\"30.50\",|30.50",
        " 合計 ,2,30.50,,,,|30.50",
      })
  void footer_isMet_andIsNoRow(String footer, String sum) {
    for (String end : new String[] {"", "\n", "\n\n"}) {
      Reading reading = read(ROWS + footer + end);

      assertThat(footers(reading)).containsExactly(met(2, sum));
      assertThat(reading.sink().accepted()).hasSize(2);
      assertThat(reading.sink().rejected()).isEmpty();
      assertThat(reading.sink().filtered()).isZero();
      assertThat(reading.plan().splits()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合計,3,30.50,|payment_id 3, amount 30.50",
        "合計,2,30.51,|payment_id 2, amount 30.51",
        "合計,2,-30.50,|payment_id 2, amount -30.50",
        "合計,2筆,30.50,|payment_id 2筆, amount 30.50",
        "合計,2,,|payment_id 2, amount ",
        "合計,2,30.5x,|payment_id 2, amount 30.5x",
        "合計,2,3|payment_id 2, amount 3",
        "合計|payment_id , amount ",
      })
  void footer_differs_whenItTellsAnything(String footer, String told) {
    assertThat(footers(read(ROWS + footer)))
        .containsExactly(
            differs(told + (told.endsWith("amount") ? " " : ""), "payment_id 2, amount 30.50", 0));
  }

  @Test
  void footer_countsAllRowsOfTheFile_whateverBecomesOfThem() {
    payments.exclude("channel", "card");

    Reading reading = read(ROWS + "P3,,-5,cash\n,4,1.234,\n合計,4,26.734,\n");

    assertThat(footers(reading)).containsExactly(met(4, "26.734"));
    assertThat(reading.sink().accepted()).hasSize(1);
    assertThat(reading.sink().filtered()).isEqualTo(1);
    assertThat(reading.sink().rejected()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"P3,3,ten,cash", "P3,3,,cash", "P3,3,10", "P3,3,10,\"a\"b"})
  void footer_differs_whenAnAmountCannotBeRead(String row) {
    assertThat(footers(read(ROWS + row + "\n合計,3,30.50,\n")))
        .containsExactly(differs("payment_id 3, amount 30.50", "payment_id 3, amount ?", 0));
  }

  @Test
  void footer_differs_whenRowsStandBehindIt() {
    assertThat(footers(read(ROWS + "合計,2,30.50,\nP3,3,0,cash\n合計,3,30.50,\n")))
        .containsExactly(differs("payment_id 2, amount 30.50", "payment_id 3, amount 30.50", 2));
  }

  @Test
  void footer_isMissing_whenTheFileIsCut() {
    assertThat(footers(read(ROWS))).containsExactly(Reason.of(Code.FOOTER_MISSING, "till/a.csv"));
    assertThat(footers(read(HEADING)))
        .containsExactly(Reason.of(Code.FOOTER_MISSING, "till/a.csv"));
    assertThat(footers(read(ROWS + "P3,3")))
        .extracting(Reason::code)
        .containsExactly(Code.CUT_LAST_ROW, Code.FOOTER_MISSING);
    byte[] zipped = SiteFolder.zipped(ROWS + "P3,3,9,\n".repeat(2_000) + "合計,2002,18030.50,\n");
    file("till/a.csv", java.util.Arrays.copyOf(zipped, zipped.length - 20));
    assertThat(footers(read(1))).extracting(Reason::code).contains(Code.CUT_LAST_ROW);
    assertThat(new Coverage(footers(read(1))).state()).isEqualTo(Coverage.State.INCOMPLETE);
  }

  @Test
  void footer_isOfEachFile() {
    file("till/b.csv", ROWS + "合計,1,30.50,\n");

    assertThat(footers(read(ROWS + "合計,2,30.50,\n")))
        .extracting(Reason::code)
        .containsExactly(Code.CONTROL_TOTAL_MET, Code.CONTROL_TOTAL_DIFFERS);
  }

  @Test
  void footer_isReadAsAmountsAreWritten() {
    payments.amounts(
        new Amounts(
            Amounts.STANDARD.unit(),
            '.',
            Optional.of(','),
            Optional.of("NT$"),
            Amounts.STANDARD.negative()));

    assertThat(
            footers(
                read(
                    HEADING
                        + "P1,1,\"NT$1,000.50\",\n".repeat(1_000)
                        + "合計,\"1,000\",\"NT$1,000,500.00\",\n")))
        .containsExactly(met(1000, "NT$1,000,500.00"));
  }

  @Test
  void footer_mayTellOneOfBothOnly() {
    file("till/a.csv", ROWS + "合計,9,30.50,\n");
    payments.footer(new Footer("parcel_id", "合計", Optional.empty(), Optional.of("amount")));
    assertThat(footers(read(1))).containsExactly(met(2, "30.50"));
    payments.footer(new Footer("parcel_id", "合計", Optional.of("payment_id"), Optional.empty()));
    assertThat(footers(read(1))).containsExactly(differs("payment_id 9", "payment_id 2", 0));
    file("till/a.csv", ROWS + "P3,3,ten,\n合計,3\n");
    assertThat(footers(read(1))).containsExactly(met(3, "–"));
  }

  @Test
  void problem_isTold_whenTheFooterCannotBeChecked() {
    payments.footer(new Footer("類型", "合計", Optional.of("筆數"), Optional.empty()));
    file("till/a.csv", ROWS);
    assertThat(problem(() -> read(1)).problems())
        .extracting(problem -> problem.what())
        .containsExactly(
            "column \"類型\" is missing (seen parcel_id, payment_id, amount, channel)",
            "column \"筆數\" is missing (seen parcel_id, payment_id, amount, channel)");
    payments = SomeSource.of(SourceName.STORES).in(folder).csv("a.csv").footer(COUNT_AND_SUM);
    assertThat(problem(this::source).problems().get(0).text())
        .startsWith("sources.stores.csv.footer.sum: has nothing to be compared with");
  }
}
