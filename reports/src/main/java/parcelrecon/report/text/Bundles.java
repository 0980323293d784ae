package parcelrecon.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The bundles of texts, one file a theme: {@code /texts/LANGUAGE/THEME.properties}, UTF-8. */
final class Bundles {

  static final List<String> THEMES =
      List.of(
          "words",
          "statement",
          "tasks",
          "scripts",
          "workbook",
          "story",
          "follow-up",
          "tie-out",
          "listed",
          "comparison",
          "clocks",
          "decisions",
          "replay");

  private Bundles() {}

  /**
   * All patterns by key.
   *
   * @throws IllegalArgumentException when there are no texts in the language; none speaks for
   *     another
   */
  static Map<String, String> load(String language) {
    Map<String, String> patterns = new HashMap<>();
    for (String theme : THEMES) {
      theme(language, theme)
          .forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
    }
    return Map.copyOf(patterns);
  }

  static Properties theme(String language, String theme) {
    String name = "/texts/" + language + "/" + theme + ".properties";
    Properties properties = new Properties();
    try (InputStream bytes = Bundles.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalArgumentException("no texts " + name);
      }
      properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
