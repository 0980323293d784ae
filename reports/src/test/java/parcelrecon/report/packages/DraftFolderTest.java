package parcelrecon.report.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {

  @TempDir Path packages;

  /** A process that writes a draft until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      try (DraftFolder draft = DraftFolder.in(Path.of(arguments[0]))) {
        Files.writeString(Files.createDirectories(draft.folder()).resolve("tasks.csv"), "half");
        System.out.println("writing");
        Thread.sleep(Duration.ofMinutes(1).toMillis());
      }
    }
  }

  @Test
  void draft_goesWithTheNextOne_whenItsProcessWasKilled_andNotBefore() throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                packages.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      try (BufferedReader said = writer.inputReader()) {
        assertThat(said.readLine()).isEqualTo("writing");
        makeOne();
        assertThat(drafts()).isEqualTo(1);
        writer.destroyForcibly();
        writer.waitFor();
        assertThat(drafts()).isEqualTo(1);
        makeOne();
        assertThat(drafts()).isZero();
      }
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void drafts_ofOneProcess_leaveEachOtherAlone() throws Exception {
    try (DraftFolder first = DraftFolder.in(packages);
        DraftFolder second = DraftFolder.in(packages)) {
      makeOne();
      assertThat(drafts()).isEqualTo(2);
      assertThat(first.folder()).isNotEqualTo(second.folder());
    }
    assertThat(drafts()).isZero();
  }

  @Test
  void draft_withoutItsHold_isLeftAloneForADay() throws IOException {
    Path young = Files.createDirectory(packages.resolve(".draft-1"));
    Path old = Files.createDirectory(packages.resolve(".draft-2"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path other = Files.createDirectory(packages.resolve("package-001"));
    makeOne();
    assertThat(young).exists();
    assertThat(old).doesNotExist();
    assertThat(other).exists();
  }

  private void makeOne() {
    DraftFolder.in(packages).close();
  }

  private long drafts() throws IOException {
    try (Stream<Path> all = Files.list(packages)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".draft-")).count();
    }
  }
}
