package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** run.sh itself, in a project whose Maven and Java only tell how they were called. */
class RunScriptTest {

  private static final Path SCRIPT = Path.of("..", "run.sh").toAbsolutePath().normalize();

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit; fi
      for argument in "$@"; do echo "java <$argument>"; done
      exit 7
      """;

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "$PWD: mvn $*" >> "$CALLS"
      if [ -n "${BROKEN:-}" ]; then echo "[ERROR] cannot find symbol"; exit 1; fi
      mkdir -p app/target/lib
      """;

  private record Ended(int exitCode, String out, String err) {}

  @TempDir Path folder;
  private Path project;
  private Path tools;
  private Path calls;

  @BeforeEach
  void project() throws IOException {
    project = folder.resolve("a project");
    tools = folder.resolve("tools");
    calls = folder.resolve("calls");
    script(project.resolve("run.sh"), Files.readString(SCRIPT));
    file(project.resolve("pom.xml"));
    file(project.resolve("app/pom.xml"));
    file(project.resolve("app/src/main/Main.java"));
    script(tools.resolve("java"), JAVA.formatted("17.0.15"));
    script(tools.resolve("mvn"), MAVEN);
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void file(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    Files.createFile(path);
    Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2022-04-13T00:00:00Z")));
    Files.setLastModifiedTime(
        path.getParent(), FileTime.from(Instant.parse("2022-04-13T00:00:00Z")));
  }

  private Ended run(Map<String, String> environment, Path script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().put("CALLS", calls.toString());
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Ended(
        exitCode,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), project.resolve("run.sh"), arguments);
  }

  @Test
  void command_isPassedOnWhole_whenArgumentsHoldBlanks() throws Exception {
    Ended ended = run("reconcile", "--title", "Kafka 出庫 down");
    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(ended.out())
        .contains("java <parcelrecon.app.Main>\njava <reconcile>\njava <--title>\n")
        .endsWith("java <Kafka 出庫 down>\n");
    assertThat(ended.err().lines()).singleElement().asString().startsWith("building app");
  }

  @Test
  void build_isLeftOut_whenNothingChangedSince() throws Exception {
    run("runs");
    assertThat(run("runs").err()).isEmpty();
    assertThat(Files.readAllLines(calls))
        .containsExactly(project.toRealPath() + ": mvn -q -B -DskipTests package -pl app -am");
    Files.setLastModifiedTime(
        project.resolve("app/src/main/Main.java"), FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(run("runs").err()).startsWith("building app");
    assertThat(Files.readAllLines(calls)).hasSize(2);
  }

  @Test
  void script_findsItsProject_whenCalledThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("recon"), Path.of("a project/run.sh"));
    assertThat(run(Map.of(), link, "runs").out()).contains(project.toRealPath() + "/app/target/*");
  }

  @Test
  void javaOptions_arePassedOn_whenSet() throws Exception {
    Ended ended = run(Map.of("JAVA_OPTS", "-Xmx256m -Da=b"), project.resolve("run.sh"), "runs");
    assertThat(ended.out()).contains("java <-Xmx256m>\njava <-Da=b>\n");
  }

  @Test
  void brokenBuild_endsTheCommand_whenMavenFails() throws Exception {
    Ended ended = run(Map.of("BROKEN", "yes"), project.resolve("run.sh"), "runs");
    assertThat(ended.exitCode()).isEqualTo(70);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] cannot find symbol", "the build failed");
    assertThat(run("runs").err()).startsWith("building app");
  }

  @Test
  void oldJava_isRefused_whenItIsBefore17() throws Exception {
    script(tools.resolve("java"), JAVA.formatted("11.0.2"));
    Ended ended = run("runs");
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("is of version 11, expected 17 or later. Nothing was started.");
  }

  @Test
  void tests_areMavens_whenAskedFor() throws Exception {
    run("test", "-Dtest=X");
    assertThat(Files.readAllLines(calls))
        .containsExactly(project.toRealPath() + ": mvn -B -ntp verify -Dtest=X");
  }
}
