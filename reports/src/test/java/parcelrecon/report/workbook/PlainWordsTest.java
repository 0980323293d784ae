package parcelrecon.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Coverage;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SystemWords;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** Sheets for stores, BPM and finance speak their readers' words, and blame nobody. */
class PlainWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void sheetsForStores_haveNoWordOfTheSystems(String language) {
    WrittenBook book = WrittenBook.sample(language);
    for (String sheet : List.of("storeCalls", "stores")) {
      assertPlain(texts(book, language, sheet));
    }
  }

  /** What concerns downstream systems only is named there as ops name it. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void sheetsForBpm_haveNoWordOfTheSystems_butForWhatIsDownstream(String language) {
    WrittenBook book = WrittenBook.sample(language);
    for (String sheet : List.of("summary", "parcels", "money")) {
      assertPlain(
          texts(book, language, sheet).stream()
              .map(text -> withoutDownstream(text, language))
              .toList());
    }
  }

  /** English has plain words for downstream, too. */
  @Test
  void sheetsForBpm_haveNoWordOfTheSystems_inEnglish() {
    for (String sheet : List.of("summary", "parcels", "money")) {
      assertPlain(texts(WrittenBook.sample("en"), "en", sheet));
    }
  }

  private static void assertPlain(List<String> texts) {
    assertThat(texts).hasSizeGreaterThan(15);
    assertThat(texts).allSatisfy(SystemWords::assertNoneIn);
  }

  private static List<String> texts(WrittenBook book, String language, String sheet) {
    XSSFSheet of = book.workbook().getSheet(Texts.of(language).text("sheet." + sheet));
    List<String> texts = new ArrayList<>();
    for (Row row : of) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && !of.isColumnHidden(cell.getColumnIndex())) {
          texts.add(cell.getStringCellValue());
        }
      }
    }
    // the incident is called what the site calls it
    texts.remove(SampleRun.incident().run().incident().title());
    return texts;
  }

  static String withoutDownstream(String text, String language) {
    Texts texts = Texts.of(language);
    Stream<Enum<?>> kinds =
        Arrays.stream(MismatchKind.values())
            .filter(
                kind ->
                    kind.mismatchClass() == MismatchClass.DOWNSTREAM
                        || kind.mismatchClass() == MismatchClass.INFO)
            .map(each -> each);
    return Stream.concat(
            kinds,
            Stream.of(
                MismatchClass.DOWNSTREAM,
                Suggestion.SEND_REVERSAL,
                Suggestion.REPLAY_EVENT,
                Suggestion.RESUME_CONSUMER))
        .map(texts::name)
        .sorted(Comparator.comparing(String::length).reversed())
        .reduce(text, (rest, name) -> rest.replace(name, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void whatCannotBeSeen_hasPlainWords(String language) {
    Texts texts = Texts.of(language);
    List<String> all =
        Stream.of(Coverage.Code.values())
            .filter(SummaryWords::isTold)
            .map(code -> texts.text("why." + code))
            .toList();
    assertThat(all).hasSize(19);
    assertPlain(all);
  }

  @ParameterizedTest
  @CsvSource({
    "en, yyyy-mm-dd, Arial",
    "zh-CN, yyyy-mm-dd, Microsoft YaHei",
    "zh-TW, yyyy/mm/dd, Microsoft JhengHei"
  })
  void dates_areRealOnes_writtenAsTheLanguageDoes(String language, String format, String font) {
    WrittenBook.Table calls =
        WrittenBook.sample(language).table(Texts.of(language).text("sheet.storeCalls"));
    Cell deadline = calls.cell(1, Texts.of(language).text("column.deadline"));
    assertThat(deadline.getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(deadline.getCellStyle().getDataFormatString()).isEqualTo(format);
    assertThat(((XSSFCellStyle) deadline.getCellStyle()).getFont().getFontName()).isEqualTo(font);
  }

  @Test
  void rows_areHigherForChinese_whoseCharactersAreTwiceAsWide() {
    assertThat(TextHeight.lines("a".repeat(40), 40, Look.WRAPPED)).isEqualTo(1);
    assertThat(TextHeight.lines("包".repeat(40), 40, Look.WRAPPED)).isEqualTo(2);
    assertThat(TextHeight.lines("包".repeat(20), 40, Look.WRAPPED)).isEqualTo(1);
  }

  @Test
  void phases_areShownByTheirLabel() {
    List<String> summary = texts(WrittenBook.sample("en"), "en", "summary");
    assertThat(summary).contains("counters switched over").doesNotContain("Kafka switched off");
  }
}
