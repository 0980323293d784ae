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

  @Test
  void migrations_areInStep_whateverTheDatabase() throws IOException {
    assertThat(migrations("postgresql")).isNotEmpty().isEqualTo(migrations("h2"));
  }

  private static List<String> migrations(String kind) throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("../sql/src/main/resources/results/migration", kind))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private record Statement(String name, String text) {}

  private static List<Statement> statements() throws IOException {
    Path root = Path.of("../sql/src/main/resources/results");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(
              file ->
                  file.toString().endsWith(".sql") && !file.startsWith(root.resolve("migration")))
          .map(file -> new Statement(name(root.relativize(file)), read(file)))
          .toList();
    }
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/').replace(".sql", "");
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/parcelrecon/results"))) {
      return String.join("\n", files.filter(Files::isRegularFile).map(SqlTest::read).toList());
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
