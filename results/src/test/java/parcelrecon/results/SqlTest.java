package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlTest {

  @Test
  void everyStatement_saysWhatItIsForAndWhatItWants() throws Exception {
    for (Statement statement : statements()) {
      assertThat(statement.text())
          .as(statement.name())
          .startsWith("-- ")
          .contains("\n-- Parameters: ", "\n-- Row: ", "\n-- Index: ")
          .endsWith("\n");
      assertThat(Sql.of(statement.name())).as(statement.name()).doesNotContain("--", ";");
    }
  }

  @Test
  void everyStatement_isUsed() throws Exception {
    String sources = sources();
    assertThat(statements())
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(sources).contains("\"" + statement.name() + "\""));
  }

  @Test
  void statement_isADefect_whenItsFileIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Sql.of("no_such_statement"))
        .withMessage("no statement /results/no_such_statement.sql");
  }

  private record Statement(String name, String text) {}

  private static List<Statement> statements() throws Exception {
    var location = Sql.class.getResource("/results").toURI();
    if (!location.getScheme().equals("jar")) {
      return statements(Path.of(location));
    }
    try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
      return statements(jar.getPath("/results"));
    }
  }

  private static List<Statement> statements(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> new Statement(name(file), read(file)))
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".sql", "");
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/parcelrecon/results"))) {
      return String.join("\n", files.map(SqlTest::read).toList());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
