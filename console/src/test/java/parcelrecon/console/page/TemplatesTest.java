package parcelrecon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"[^>]*>");

  /** Only a form with a th:action carries the token, without which its POST is refused. */
  @Test
  void formThatPosts_carriesTheToken() throws IOException {
    List<String> forms = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        POST.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(forms::add);
      }
    }
    assertThat(forms).hasSizeGreaterThan(20).allMatch(form -> form.contains("th:action="));
  }

  /** Maven's jar plugin leaves files of this name out of a jar, so a page of it is not there. */
  @Test
  void noTemplate_isCalledAsJavadocsPackagePage() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> left = files.filter(file -> file.endsWith("package.html")).toList();

      assertThat(left).isEmpty();
    }
  }
}
