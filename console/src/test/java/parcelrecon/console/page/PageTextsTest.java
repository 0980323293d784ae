package parcelrecon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import parcelrecon.report.text.Texts;

/** The languages of the pages say the same: every key in each, with the same arguments. */
class PageTextsTest {

  static final List<String> THEMES = PageTexts.THEMES;

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  @ParameterizedTest
  @FieldSource("THEMES")
  void theme_hasTheSameKeysAndArgumentsInAllLanguages(String theme) throws IOException {
    Properties english = theme("en", theme);
    for (String language : Texts.LANGUAGES) {
      Properties texts = theme(language, theme);
      assertThat(texts.stringPropertyNames())
          .as("%s of %s", theme, language)
          .isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(arguments(texts.getProperty(key)))
            .as("%s in %s", key, language)
            .isEqualTo(arguments(english.getProperty(key)));
        assertThat(texts.getProperty(key)).as("%s in %s", key, language).isNotBlank();
        assertThat(texts.getProperty(key)).as("%s in %s", key, language).doesNotContain("'");
      }
    }
  }

  private static List<String> arguments(String pattern) {
    return new ArrayList<>(
        ARGUMENT
            .matcher(pattern)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .sorted()
            .toList());
  }

  private static Properties theme(String language, String theme) throws IOException {
    String name = "/texts/" + language + "/" + theme + ".properties";
    Properties properties = new Properties();
    try (InputStream in = PageTextsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
