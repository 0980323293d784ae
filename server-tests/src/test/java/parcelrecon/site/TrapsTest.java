package parcelrecon.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/traps.md names tests; each of them has to be there. */
class TrapsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void page_namesOnlyTestsThereAre() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().matches(".*/src/test/java/.*Test\\.java"))
          .forEach(file -> sources.merge(name(file), text(file), String::concat));
    }
    List<MatchResult> named = NAMED.matcher(text(ROOT.resolve("docs/traps.md"))).results().toList();
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named)
        .allSatisfy(
            test ->
                assertThat(sources.getOrDefault(test.group(1), ""))
                    .as(test.group())
                    .containsPattern("void " + test.group(2) + "\\("));
  }

  /** Classes of one name may be in several packages. */
  private static boolean isThere(MatchResult test, Map<String, String> sources) {
    return sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(");
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
