package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteFile;

class InitCommandTest {

  /** The readers a source may have instead of another. */
  private static final List<String> ALTERNATIVES =
      List.of("kafka-segments: {", "json-lines: { files: \"events");

  @TempDir Path folder;

  private CommandLineRun init(Path into) {
    return CommandLineRun.of("init", into.toString());
  }

  @Test
  void init_namesEveryFileItWrote_inAFolderThatIsNotThereYet() {
    Path site = folder.resolve("a/new site");
    CommandLineRun run = init(site);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(Path::of))
        .hasSize(20)
        .allSatisfy(file -> assertThat(file).isNotEmptyFile())
        .contains(site.resolve("recon.yaml"), site.resolve("sql/mariadb/account.sql"));
    assertThat(run.err()).contains("next: say in").contains("check");
  }

  @Test
  void init_replacesNothing_whenAFileIsThere() throws IOException {
    Path kept = folder.resolve("sql/h2/outbound.sql");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "select 1");
    CommandLineRun run = init(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(kept + ": is there already. Nothing was started. ");
    assertThat(kept).hasContent("select 1");
    assertThat(folder.resolve("recon.yaml")).doesNotExist();
  }

  @Test
  void init_endsWith4_whenTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandLineRun run = init(file);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void configuration_isValid_asWritten() {
    assertThat(init(folder).exitCode()).isZero();
    assertThat(problems()).isEmpty();
  }

  @Test
  void configuration_isValid_withEveryCommentedSectionInForce() throws IOException {
    assertThat(init(folder).exitCode()).isZero();
    Path file = folder.resolve("recon.yaml");
    List<String> lines =
        Files.readAllLines(file).stream().flatMap(InitCommandTest::inForce).toList();
    assertThat(lines)
        .contains("  events:", "  attempts:", "  stores:", "datafix:", "console:")
        .anyMatch(line -> line.startsWith("schedules: [ {"));
    Files.write(file, lines);
    assertThat(problems()).isEmpty();
  }

  /** A section that is commented out as a whole; what only replaces another line stays out. */
  private static Stream<String> inForce(String line) {
    boolean isKey = line.matches("( {2})?# ( {2})?[a-z-]+:.*");
    boolean isAlternative = ALTERNATIVES.stream().anyMatch(line::contains);
    return isKey && !isAlternative ? Stream.of(line.replaceFirst("# ", "")) : Stream.of(line);
  }

  private static Optional<String> variable(String name) {
    return Optional.of(
        name.endsWith("_HASH")
            ? "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
            : "secret");
  }

  private String problems() {
    Problems problems = new Problems();
    SiteFile.read(folder.resolve("recon.yaml"), InitCommandTest::variable, problems);
    try {
      problems.throwIfAny();
      return "";
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }

  @Test
  void help_showsHowToBegin() {
    assertThat(CommandLineRun.of("init", "--help").out()).contains("./run.sh init my-site");
  }
}
