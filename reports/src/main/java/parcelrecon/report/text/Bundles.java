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
import java.util.stream.Stream;

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
          "diff",
          "burn-down",
          "tie-out",
          "listed",
          "comparison",
          "clocks",
          "decisions",
          "replay",
          "answers",
          "telling");

  private Bundles() {}

  /**
   * All patterns by key.
   *
   * @throws IllegalArgumentException when there are no texts in the language; none speaks for
   *     another
   */
  static Map<String, String> load(String language) {
    return load(language, List.of());
  }

  /** As {@link #load(String)}, with those of further themes. */
  static Map<String, String> load(String language, List<String> further) {
    Map<String, String> patterns = new HashMap<>();
    Stream.concat(THEMES.stream(), further.stream())
        .flatMap(theme -> theme(language, theme).entrySet().stream())
        .forEach(text -> patterns.put(text.getKey().toString(), text.getValue().toString()));
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
