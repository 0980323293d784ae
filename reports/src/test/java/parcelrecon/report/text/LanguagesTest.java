package parcelrecon.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.report.SystemWords;

/** The languages say the same: every key in each, with the same arguments. */
class LanguagesTest {

  private static final String ENGLISH = "en";
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)(,(?:number|choice))?");

  /** What has no word in it, and therefore none in Chinese. */
  private static final Set<String> SAME_IN_ALL =
      Set.of(
          "number",
          "comparison.rateValue",
          "clocks.ahead",
          "clocks.behind",
          "percent",
          "none",
          "form.SQL",
          "money.payment",
          "format.day",
          "format.font",
          "join.list",
          "join.clauses",
          "join.amounts",
          "join.aside",
          "join.sentences",
          "story.sentence",
          "listed.line",
          "telling.line",
          "listed.two",
          "listed.quoted",
          "coverages.more",
          "summary.classOnly",
          "unproven.source",
          "change.payment",
          "next.line",
          "statement.timeline.parcel");

  private static final Set<String> NAMES_OF_ALL = Set.of("–", "BPM", "DBA");

  static Stream<String> languages() {
    return Texts.LANGUAGES.stream();
  }

  static Stream<String> chinese() {
    return languages().filter(language -> !language.equals(ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void language_hasEveryKeyOfTheOthers_inTheSameTheme(String language) {
    for (String theme : Bundles.THEMES) {
      for (String other : Texts.LANGUAGES) {
        assertThat(Bundles.theme(language, theme).stringPropertyNames())
            .as("%s of %s, against %s", theme, language, other)
            .containsAll(Bundles.theme(other, theme).stringPropertyNames());
      }
    }
  }

  @Test
  void themes_shareNoKey() {
    List<String> all =
        Bundles.THEMES.stream()
            .flatMap(theme -> Bundles.theme(ENGLISH, theme).stringPropertyNames().stream())
            .toList();
    assertThat(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void patterns_canBeRead_andHaveNoLoneApostrophe(String language) {
    Bundles.load(language)
        .forEach(
            (key, pattern) -> {
              assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
              assertThatCode(() -> new MessageFormat(pattern, Locale.forLanguageTag(language)))
                  .as(key)
                  .doesNotThrowAnyException();
            });
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void patterns_takeTheSameArguments_inEveryLanguage(String language) {
    Map<String, String> patterns = Bundles.load(language);
    Bundles.load(ENGLISH)
        .forEach(
            (key, english) ->
                assertThat(arguments(patterns.get(key))).as(key).isEqualTo(arguments(english)));
  }

  private static Set<String> arguments(String pattern) {
    return matches(ARGUMENT, pattern, match -> match.group(1));
  }

  /** A text given to {0,number} breaks the output, and only on the day it is needed. */
  @ParameterizedTest
  @MethodSource("chinese")
  void patterns_takeForANumber_onlyWhatEnglishDoes(String language) {
    Map<String, String> patterns = Bundles.load(language);
    Bundles.load(ENGLISH)
        .forEach(
            (key, english) ->
                assertThat(numbers(english)).as(key).containsAll(numbers(patterns.get(key))));
  }

  private static Set<String> numbers(String pattern) {
    Set<String> all =
        matches(ARGUMENT, pattern, match -> match.group(2) == null ? "" : match.group(1));
    all.remove("");
    return all;
  }

  private static Set<String> matches(
      Pattern pattern, String in, Function<MatchResult, String> what) {
    return pattern.matcher(in).results().map(what).collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void chinese_isChinese(String language) {
    Bundles.load(language)
        .forEach(
            (key, pattern) -> {
              boolean hasNoWord =
                  SAME_IN_ALL.contains(key)
                      || NAMES_OF_ALL.contains(pattern)
                      || key.startsWith("currency.");
              if (!hasNoWord) {
                assertThat(pattern).as(key).matches("(?s).*\\p{IsHan}.*");
              }
            });
  }

  /** Also those of the texts that no sample shows. */
  @ParameterizedTest
  @MethodSource("languages")
  void textsForStoresAndBpm_haveNoWordOfTheSystems(String language) {
    Pattern forThem =
        Pattern.compile(
            "(story|call|ask|letter|contact|answer|verdict|comparison|summary|chart|unproven|why"
                + "|next|tieOut|treatment|followUp|became|change)\\..*"
                + "|lead\\.(storeCalls|followUp|parcels|stores|money)");
    Bundles.load(language)
        .forEach(
            (key, pattern) -> {
              if (forThem.matcher(key).matches()) {
                SystemWords.assertNoneIn(pattern);
              }
            });
  }

  @Test
  void chinese_isWrittenInTheCharactersOfItsPlace() {
    String mainlandOnly = "门订数这为记货币实处员时显还报错认库财务";
    String taiwanOnly = "門訂數這為記貨幣實處員時顯還報錯認庫財務";
    assertThat(String.join("", Bundles.load("zh-TW").values()))
        .doesNotContainPattern("[" + mainlandOnly + "]");
    assertThat(String.join("", Bundles.load("zh-CN").values()))
        .doesNotContainPattern("[" + taiwanOnly + "]");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void language_namesEveryConstant_andNoTwoOfATypeAlike(String language) {
    Texts texts = Texts.of(language);
    for (Class<?> type : Names.PREFIXES.keySet()) {
      List<String> names =
          Stream.of(type.getEnumConstants()).map(each -> texts.name((Enum<?>) each)).toList();
      assertThat(names).as("%s", type).doesNotContain("").doesNotHaveDuplicates();
    }
  }

  @Test
  void language_isRefused_whenThereAreNoTextsInIt() {
    assertThatThrownBy(() -> Texts.of("fr")).hasMessageContaining("/texts/fr/words.properties");
  }

  /** Keys as the code writes them; of one that is put together, its beginning. */
  @Test
  void keys_thatTheCodeAsksFor_areThere() throws IOException {
    Set<String> keys = Bundles.load(ENGLISH).keySet();
    List<String> asked = new ArrayList<>();
    for (Map.Entry<Pattern, String> call :
        Map.of(
                Pattern.compile("texts(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\""), "",
                Pattern.compile("account\\s*\\.text\\(\\s*\"([^\"]+)\""), "statement.",
                Pattern.compile(
                        "\\.(?:text|wrapped|add|byHand|hidden|perCurrency)\\(\\s*\"(\\w+)\","
                            + "\\s*(?:\\d|view|each|row|money|parcel)"),
                    "column.")
            .entrySet()) {
      for (String code : sources()) {
        matches(call.getKey(), code, match -> call.getValue() + match.group(1)).forEach(asked::add);
      }
    }
    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(asked)
        .allSatisfy(
            key ->
                assertThat(keys)
                    .as(key)
                    .anyMatch(
                        there -> key.endsWith(".") ? there.startsWith(key) : there.equals(key)));
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/parcelrecon/report"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(LanguagesTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
