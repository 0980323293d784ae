package parcelrecon.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

class StagingTest {

  @TempDir Path directory;

  @Test
  void files_appearOnlyWhenPublished() {
    try (Staging staging = Staging.in(directory.resolve("run-1"))) {
      staging.add("deep/a.txt", path -> write(path, "a"));
      assertThat(directory.resolve("run-1/deep/a.txt")).doesNotExist();
      staging.publish(name -> false);
    }
    assertThat(directory.resolve("run-1/deep/a.txt")).hasContent("a");
    assertThat(directory.resolve("run-1")).isDirectoryNotContaining("glob:**.parts");
  }

  @Test
  void file_isCountedAndHashed() {
    try (Staging staging = Staging.in(directory)) {
      OutputFile file = staging.add("a.txt", path -> write(path, "abc"));
      assertThat(file)
          .isEqualTo(
              new OutputFile(
                  "a.txt", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
  }

  @Test
  void folder_staysAsItWas_whenAFileCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "old");
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> {
              try (Staging staging = Staging.in(directory)) {
                staging.add("a.txt", path -> write(path, "new"));
                staging.add("b.txt", path -> failHalfWay(path));
                staging.publish(name -> true);
              }
            });
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(thrown).hasMessageContaining("disk full").hasMessageContaining("No file was left");
    assertThat(directory).isDirectoryNotContaining("glob:**b.txt");
    assertThat(directory.resolve("a.txt")).hasContent("old");
  }

  @Test
  void lastFile_isMissing_whenARenameFails() throws IOException {
    Files.writeString(directory.resolve("run.json"), "old");
    Files.createDirectories(directory.resolve("a.txt/in the way"));
    catchThrowableOfType(
        ProblemException.class,
        () -> {
          try (Staging staging = Staging.in(directory)) {
            staging.add("a.txt", path -> write(path, "a"));
            staging.add("run.json", path -> write(path, "new"));
            staging.publish(name -> false);
          }
        });
    assertThat(directory.resolve("run.json")).doesNotExist();
    assertThat(directory.resolve(".parts")).doesNotExist();
  }

  @Test
  void leftovers_ofAKilledProcess_areRemoved() throws IOException {
    Files.createDirectories(directory.resolve(".parts/datafix"));
    Files.writeString(directory.resolve(".parts/datafix/half.sql"), "upd");
    try (Staging staging = Staging.in(directory)) {
      staging.add("a.txt", path -> write(path, "a"));
      staging.publish(name -> true);
    }
    assertThat(directory.resolve(".parts")).doesNotExist();
    assertThat(directory).isDirectoryContaining("glob:**a.txt");
  }

  @Test
  void text_isNoFile_whenItHasNoRows() {
    try (Staging staging = Staging.in(directory)) {
      TextFile none = staging.begin("none.sql", "-- head\n");
      TextFile one = staging.begin("one.sql", "-- head\n");
      one.row("update\n");
      none.close();
      one.close();
      staging.add(none);
      staging.add(one);
      staging.publish(name -> true);
      assertThat(staging.files()).extracting(OutputFile::file).containsExactly("one.sql");
    }
    assertThat(directory.resolve("one.sql")).hasContent("-- head\nupdate");
  }

  @Test
  void directory_thatIsAFile_isAProblem() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> Staging.in(file.resolve("run-1")))
                .problems())
        .hasSize(1);
  }

  private static long write(Path path, String text) throws IOException {
    Files.writeString(path, text);
    return 1;
  }

  private static long failHalfWay(Path path) throws IOException {
    Files.writeString(path, "half");
    throw new IOException("disk full");
  }
}
