package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlTest {

  @Test
  void everyStatement_saysWhatItIsForAndWhatItWants() throws IOException {
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
  void everyStatement_isUsed() throws IOException {
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

  private static List<Statement> statements() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../sql/src/main/resources/results"))) {
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
      throw new UncheckedIOException(e);
    }
  }
}
