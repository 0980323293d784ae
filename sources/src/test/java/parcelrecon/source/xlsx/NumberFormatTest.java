package parcelrecon.source.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.source.xlsx.NumberFormat.Kind;

class NumberFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "yyyy/mm/dd|DATE",
        "[$-404]e/m/d|DATE",
        "e\"年\"m\"月\"d\"日\"|DATE",
        "[$-F800]dddd, mmmm dd, yyyy|DATE",
        "e\"年\"|DATE",
        "mmm|DATE",
        "yyyy/mm/dd hh:mm:ss|TIME",
        "yyyy-mm-dd hh:mm:ss.000|TIME",
        "[h]:mm|TIME",
        "mm:ss.0|TIME",
        "[$-404]上午/下午 hh\"時\"mm\"分\"|TIME",
        "General|NUMBER",
        "General\"日\"|NUMBER",
        "0.00E+00|NUMBER",
        "##0.0E+0|NUMBER",
        "@|NUMBER",
        "#,##0.00_);[Red](#,##0.00)|NUMBER",
        "_-\"NT$\"* #,##0_-;-\"NT$\"* #,##0_-;_-\"NT$\"* \"-\"_-;_-@_-|NUMBER",
        "[$NT$-404]#,##0|NUMBER",
        "USD #,##0|NUMBER",
        "0\" days\"|NUMBER",
        "\\d0|NUMBER",
      })
  void kind_isToldByTheCode(String code, Kind kind) {
    assertThat(NumberFormat.of(code).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 27, 31, 36, 50, 57, 58})
  void builtIn_isADate(int id) {
    assertThat(NumberFormat.builtIn(id).kind()).isEqualTo(Kind.DATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 19, 20, 21, 22, 45, 46, 47})
  void builtIn_isATime(int id) {
    assertThat(NumberFormat.builtIn(id).kind()).isEqualTo(Kind.TIME);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 40, 44, 48, 49, 59, 163})
  void builtIn_isANumber(int id) {
    assertThat(NumberFormat.builtIn(id)).isEqualTo(NumberFormat.GENERAL);
  }

  @ParameterizedTest
  @CsvSource({"00000000,8", "00,2", "0,0", "0.00,0", "#00,0", "General,0"})
  void digits_areThoseOfZerosOnly(String code, int digits) {
    assertThat(NumberFormat.of(code).digits()).isEqualTo(digits);
  }
}
