package parcelrecon.report.listed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFoldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CP000282819",
        " CP000282819\u3000",
        "cp000282819",
        "ＣＰ０００２８２８１９",
        "CP282819",
        "CP-000282819",
        "CP 000282819",
        "CP000282819\u200B",
        "'CP000282819",
        "CP000282819.0"
      })
  void ids_areNear_whenPeopleOrSpreadsheetsChangedThem(String id) {
    assertThat(IdFold.of(id)).isEqualTo("CP282819");
  }

  @Test
  void ids_areApart_whenALetterOrDigitDiffers() {
    assertThat(IdFold.of("CP000282818")).isNotEqualTo(IdFold.of("CP000282819"));
    assertThat(IdFold.of("CP1")).isNotEqualTo(IdFold.of("CP10"));
    assertThat(IdFold.of("CP1")).isNotEqualTo(IdFold.of("CP101"));
    assertThat(IdFold.of("A0B")).isEqualTo("A0B");
    assertThat(IdFold.of("00")).isEqualTo("0");
    assertThat(IdFold.of(" - ")).isEmpty();
  }

  @Test
  void number_isWhatPeopleReadOut() {
    assertThat(IdFold.number("CP000282819")).isEqualTo("282819");
    assertThat(IdFold.number("000282819")).isEqualTo("282819");
    assertThat(IdFold.number("CP0001")).isEmpty();
    assertThat(IdFold.number("CP123456X")).isEmpty();
  }

  @Test
  void numberAsSpreadsheetsShortenIt_isNoId() {
    assertThat(IdFold.isShortened("2.82819E+11")).isTrue();
    assertThat(IdFold.isShortened("3E+08")).isTrue();
    assertThat(IdFold.isShortened("CP282819")).isFalse();
    assertThat(IdFold.isShortened("282819")).isFalse();
  }
}
