package parcelrecon.rulecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the specification: each file has {@code cases}, and {@code defaults} for all of them. */
final class CaseFiles {

  private static final Path FOLDER = Path.of("src/test/resources/rules");

  private CaseFiles() {}

  static List<RuleCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> cases(file).stream())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<RuleCase> cases(Path file) {
    Map<String, Object> content = map(yaml(file));
    Map<String, Object> defaults = map(content.getOrDefault("defaults", Map.of()));
    return ((List<?>) content.get("cases"))
        .stream()
            .map(given -> RuleCase.of(file.getFileName().toString(), defaults, map(given)))
            .toList();
  }

  private static Object yaml(Path file) {
    try {
      return new Load(LoadSettings.builder().setLabel(file.toString()).build())
          .loadFromString(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, Object> map(Object yaml) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) yaml).forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }
}
