package parcelrecon.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;

class TextsTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final Instant AT = Instant.parse("2022-04-13T11:42:39Z");

  private final Texts texts = Texts.of("en");

  @Test
  void texts_refuse_whenAKeyIsMissing() {
    assertThatThrownBy(() -> texts.text("kind.NONSENSE")).hasMessageContaining("kind.NONSENSE");
  }

  @Test
  void texts_areTheSame_whateverTheMachinesLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Texts.of("en").number(161569)).isEqualTo("161,569");
      assertThat(Texts.of("en").dateTime(AT, TAIPEI)).isEqualTo("2022-04-13 19:42:39");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void money_isWrittenAsPeopleDo() {
    assertThat(texts.money(128000, "TWD")).isEqualTo("NT$1,280");
    assertThat(texts.money(421250, "TWD")).isEqualTo("NT$4,212.50");
    assertThat(texts.money(-5, "TWD")).isEqualTo("-NT$0.05");
    assertThat(texts.money(1280, "JPY")).isEqualTo("JP¥1,280");
    assertThat(texts.money(1205, "CHF")).isEqualTo("CHF 12.05");
    assertThat(texts.money(Long.MAX_VALUE, "TWD")).isEqualTo("NT$92,233,720,368,547,758.07");
  }

  @Test
  void money_standsSideBySide_whenCurrenciesDiffer() {
    assertThat(texts.money(Map.of("USD", 100L, "TWD", 5000L, "EUR", 0L))).isEqualTo("NT$50 + US$1");
    assertThat(texts.money(Map.of())).isEqualTo("–");
  }

  @Test
  void numbers_areWrittenAsEachLanguageDoes() {
    Texts taiwan = Texts.of("zh-TW");
    Texts mainland = Texts.of("zh-CN");
    assertThat(taiwan.money(128000, "TWD")).isEqualTo("NT$1,280");
    assertThat(mainland.money(128050, "CNY")).isEqualTo("¥1,280.50");
    assertThat(taiwan.percent(2117, 161569)).isEqualTo("1.3%");
    assertThat(taiwan.duration(Duration.ofMinutes(49))).isEqualTo("49 分鐘");
    assertThat(mainland.duration(Duration.ofMinutes(49))).isEqualTo("49 分钟");
    assertThat(mainland.duration(Duration.ofMillis(2500))).isEqualTo("2.5 秒");
  }

  @Test
  void percent_hasOneDecimal() {
    assertThat(texts.percent(2117, 161569)).isEqualTo("1.3 %");
    assertThat(texts.percent(0, 0)).isEqualTo("–");
  }

  @Test
  void duration_isToldInItsLargestUnits() {
    assertThat(texts.duration(Duration.ofMinutes(49))).isEqualTo("49 minutes");
    assertThat(texts.duration(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
    assertThat(texts.duration(Duration.ofSeconds(60))).isEqualTo("1 minute");
    assertThat(texts.duration(Duration.ofMillis(2500))).isEqualTo("2.5 seconds");
    assertThat(texts.duration(Duration.ofSeconds(9))).isEqualTo("9 seconds");
    assertThat(texts.duration(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
    assertThat(texts.duration(Duration.ofHours(50))).isEqualTo("2 d 2 h");
  }

  @Test
  void shortTime_dropsSeconds_whenTheyAreZero() {
    assertThat(texts.shortTime(AT, TAIPEI)).isEqualTo("19:42:39");
    assertThat(texts.shortTime(Instant.parse("2022-04-13T11:33:00Z"), TAIPEI)).isEqualTo("19:33");
  }

  @Test
  void coverage_speaksWithItsArguments() {
    assertThat(texts.coverage(Reason.of(Code.ROWS_OF_ANY_PARCEL, 3), TAIPEI))
        .isEqualTo("3 unreadable rows could belong to any parcel");
    assertThat(texts.coverage(Reason.of(Code.COMPLETE_THROUGH, AT), TAIPEI))
        .isEqualTo("Complete through 2022-04-13 19:42:39");
    assertThat(
            texts.coverage(
                Reason.of(Code.READ_TO_FROZEN_ENDS, "parcel-outbound", 1, 161569), TAIPEI))
        .contains("parcel-outbound", "1 partition,", "161,569 offsets");
  }

  @Test
  void coverage_tellsRowsBehindAFooter_whereThereAreAny() {
    assertThat(
            texts.coverage(
                Reason.of(Code.CONTROL_TOTAL_DIFFERS, "a.csv", "金額 481", "金額 480", 0), TAIPEI))
        .isEqualTo("The footer of a.csv is not met: it tells 金額 481, the file holds 金額 480");
    assertThat(
            texts.coverage(
                Reason.of(Code.CONTROL_TOTAL_DIFFERS, "a.csv", "金額 481", "金額 480", 2), TAIPEI))
        .endsWith("金額 480, and 2 rows stand behind it");
  }

  @Test
  void coverage_speaks_whateverTheArgumentsHold() {
    Coverage.Reason reason =
        new Reason(Code.GROUP_WITHOUT_OFFSETS, List.of("g{0}'x", "2022"), Optional.empty());
    assertThat(texts.coverage(reason, TAIPEI)).contains("g{0}'x").contains("topic 2022");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void coverage_saysAllThatACodeHolds_inEveryLanguage(Code code) {
    List<String> arguments =
        IntStream.range(0, code.arguments().size()).mapToObj(i -> "7" + i).toList();
    for (String language : Texts.LANGUAGES) {
      Reason reason = new Reason(code, arguments, Optional.empty());
      String said = Texts.of(language).coverage(reason, TAIPEI);
      assertThat(said).isNotBlank().doesNotContain("{");
      arguments.forEach(argument -> assertThat(said).contains(argument));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd()", "+1", "-1", "@x", "\tx", "\rx"})
  void cellText_isMarkedAsText_whenASpreadsheetCouldTakeItForAFormula(String text) {
    assertThat(CellText.safe(text)).isEqualTo("'" + text);
  }

  @Test
  void cellText_staysAsItIs_whenHarmless() {
    assertThat(CellText.safe("TW-1=2")).isEqualTo("TW-1=2");
    assertThat(CellText.safe("")).isEmpty();
    assertThat(CellText.safe(null)).isNull();
  }
}
