package parcelrecon.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  /** Maven's jar plugin leaves files of this name out of a jar, so a page of it is not there. */
  @Test
  void noTemplate_isCalledAsJavadocsPackagePage() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> left = files.filter(file -> file.endsWith("package.html")).toList();

      assertThat(left).isEmpty();
    }
  }
}
