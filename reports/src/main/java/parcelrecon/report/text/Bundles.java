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

  static final List<String> THEMES = List.of("words", "statement", "tasks", "workbook");

  private static final String ENGLISH = "en";

  private Bundles() {}

  /** All patterns by key; a theme that the language lacks is taken in English. */
  static Map<String, String> load(String language) {
    Map<String, String> patterns = new HashMap<>();
    for (String theme : THEMES) {
      Properties properties = new Properties();
      if (!read(language, theme, properties)) {
        read(ENGLISH, theme, properties);
      }
      properties.forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
    }
    return Map.copyOf(patterns);
  }

  private static boolean read(String language, String theme, Properties into) {
    String name = "/texts/" + language + "/" + theme + ".properties";
    try (InputStream bytes = Bundles.class.getResourceAsStream(name)) {
      if (bytes == null) {
        return false;
      }
      into.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
