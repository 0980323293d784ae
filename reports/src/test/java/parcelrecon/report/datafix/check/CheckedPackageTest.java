package parcelrecon.report.datafix.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** A package that is not byte for byte what was made is refused, and every file of it is told. */
class CheckedPackageTest {

  private static final String SCRIPT = "001-revert-outbound.sql";

  @TempDir Path directory;

  private SmallPackage small() throws IOException {
    return SmallPackage.whole(directory.resolve("datafix"));
  }

  @Test
  void package_isTrue_byItsFolderOrItsManifest() throws IOException {
    SmallPackage whole = small();
    CheckedPackage byFolder = CheckedPackage.read(whole.folder());
    assertThat(byFolder.manifest().approval().orElseThrow().by()).isEqualTo("王小明");
    assertThat(byFolder.manifest().files()).hasSize(3);
    assertThat(CheckedPackage.read(whole.path("manifest.json"))).isEqualTo(byFolder);
  }

  @Test
  void package_isRefused_whateverByteIsFlipped() throws IOException {
    SmallPackage whole = small();
    long flipped = 0;
    for (Path file : files(whole.folder())) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0; at < bytes.length; at++) {
        for (int flip : List.of(0x01, 0x20)) {
          bytes[at] ^= (byte) flip;
          Files.write(file, bytes);
          assertThat(problems(whole.folder()))
              .as("byte %d of %s flipped by %x", at, file, flip)
              .first()
              .satisfies(problem -> assertThat(problem.where()).isEqualTo(file.toString()));
          bytes[at] ^= (byte) flip;
          flipped++;
        }
      }
      Files.write(file, bytes);
    }
    assertThat(flipped).isGreaterThan(2_000);
    assertThat(CheckedPackage.read(whole.folder()).manifest().files()).hasSize(3);
  }

  @Test
  void package_isRefused_whereverAFileIsCutOrGoesOn() throws IOException {
    SmallPackage whole = small();
    for (Path file : files(whole.folder())) {
      byte[] bytes = Files.readAllBytes(file);
      for (int length = 0; length < bytes.length; length++) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThat(problems(whole.folder())).as("%s cut to %d", file, length).isNotEmpty();
      }
      Files.write(file, bytes);
      for (String more : List.of("\n", " ", "x", "\0")) {
        Files.writeString(file, more, StandardOpenOption.APPEND);
        assertThat(problems(whole.folder())).as("%s and more", file).isNotEmpty();
        Files.write(file, bytes);
      }
    }
    assertThat(CheckedPackage.read(whole.folder()).manifest().files()).hasSize(3);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void everyWrongFile_isTold_whenSeveralAreWrong() throws IOException {
    SmallPackage whole = small();
    Files.delete(whole.path("tasks.csv"));
    Files.writeString(whole.path("rehearsal.log"), "");
    whole.replacing(SCRIPT, "update", "delete");
    assertThat(problems(whole.folder()))
        .extracting(problem -> problem.where().replaceAll(".*/", "") + ": " + problem.what())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith(SCRIPT + ": is not what was written (SHA-256 ")
                    .contains(", expected "),
            two -> assertThat(two).isEqualTo("tasks.csv: is missing"),
            three -> assertThat(three).isEqualTo("rehearsal.log: is not in the manifest"));
  }

  @Test
  void file_isTold_whenItWasRenamed() throws IOException {
    SmallPackage whole = small();
    Files.move(whole.path(SCRIPT), whole.path("002-revert-outbound.sql"));
    assertThat(problems(whole.folder()))
        .extracting(Problem::what)
        .containsExactly("is missing", "is not in the manifest");
  }

  @Test
  void link_isNeverFollowed() throws IOException {
    SmallPackage whole = small();
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(whole.path(SCRIPT), elsewhere);
    Files.createSymbolicLink(whole.path(SCRIPT), elsewhere);
    assertThat(whats(whole)).containsExactly(notPlain());
    Files.delete(whole.path(SCRIPT));
    Files.move(elsewhere, whole.path(SCRIPT));
    Files.move(whole.path("manifest.json"), elsewhere);
    Files.createSymbolicLink(whole.path("manifest.json"), elsewhere);
    assertThat(whats(whole)).containsExactly(notPlain());
  }

  @Test
  void folder_isNoFile() throws IOException {
    SmallPackage whole = small();
    Files.delete(whole.path(SCRIPT));
    Files.createDirectory(whole.path(SCRIPT));
    Files.createDirectory(whole.path("more"));
    assertThat(whats(whole)).containsExactly(notPlain(), "is not in the manifest");
  }

  private static String notPlain() {
    return "is no plain file (a link, a folder or a device), and was not followed";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.sql",
        "..",
        ".",
        "",
        "/etc/hostname",
        "sub/x.sql",
        "a\\b.sql",
        "C:x.sql",
        "X.SQL",
        "x\u0000.sql",
        "x\n.sql"
      })
  void name_isRefused_whenItIsNoneOfAPackage(String name) throws IOException {
    Path folder = directory.resolve("datafix");
    Files.writeString(directory.resolve("outside.sql"), "x");
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/x.sql"), "x");
    SmallPackage forged = new SmallPackage(folder).named(name, 0, "x").manifest();
    assertThat(whats(forged).get(0))
        .startsWith("names \"")
        .endsWith("\", which no file of a package is called");
  }

  @Test
  void name_isRefused_whenItStandsTwice_orOutOfOrder() throws IOException {
    SmallPackage forged = new SmallPackage(directory.resolve("datafix"));
    forged.with("b.sql", 0, "x").with("a.sql", 0, "x").named("a.sql", 0, "x").manifestAsNamed();
    assertThat(whats(forged))
        .containsExactly("names a.sql twice or out of order", "names a.sql twice or out of order");
  }

  @ParameterizedTest
  @CsvSource({
    "tasks.csv, 'owner,sentence\nops,\"two\nlines\"\n', 1",
    "replay-outbound.jsonl, '{}\n{}\n', 2",
    "001-a.changes.jsonl, '{}\n{}\n', 2"
  })
  void rows_areCounted(String file, String text, long rows) throws IOException {
    SmallPackage right = new SmallPackage(directory.resolve("right"));
    right.with(file, rows, text).manifest();
    assertThat(CheckedPackage.read(right.folder()).manifest().files()).hasSize(1);
    SmallPackage wrong = new SmallPackage(directory.resolve("wrong"));
    wrong.with(file, rows + 1, text).manifest();
    assertThat(whats(wrong)).containsExactly("has " + rows + " rows, expected " + (rows + 1));
  }

  @Test
  void rowsOfAScript_areThoseOfItsChanges() throws IOException {
    SmallPackage wrong = new SmallPackage(directory.resolve("datafix"));
    wrong.with("001-a.changes.jsonl", 1, "{}\n").with("001-a.rollback.sql", 2, "").manifest();
    assertThat(whats(wrong)).containsExactly("has 1 rows, expected 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "null", "{\"incident\": 1}", "\uFEFF{}", "{\"sha256\":{}}"})
  void manifest_isRefused_whenItIsNone(String text) throws IOException {
    SmallPackage whole = small();
    Files.writeString(whole.path("manifest.json"), text);
    assertThat(problems(whole.folder())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"form\": \"script\"', '\"form\":  \"script\"', is not as it was written",
    "'\"form\": \"script\"', '\"form\": \"\\u0073cript\"', is not as it was written",
    "'\"form\": \"script\"', '\"note\": 1, \"form\": \"script\"', is not as it was written",
    "'\"form\": \"script\"', '\"form\": \"x\", \"form\": \"script\"', is not as it was written",
    "'\"toRefundMinor\": 7', '\"toRefundMinor\": 70e-1', is no manifest of this version",
    "'\"toRefundMinor\": 7', '\"toRefundMinor\": 8', is not what was written",
    "'05:00:00.000Z', '05:00:00.0000Z', is not as it was written",
    "'05:00:00.000Z', '25:00:00.000Z', holds a time that is none"
  })
  void manifest_isRefused_howeverItWasChanged(String seen, String by, String what)
      throws IOException {
    SmallPackage whole = small().replacing("manifest.json", seen, by);
    assertThat(whats(whole)).hasSize(1);
    assertThat(whats(whole).get(0)).startsWith(what);
  }

  @Test
  void package_isRefused_whenItIsTooLarge() throws IOException {
    SmallPackage whole = small();
    assertThat(whats(whole, new CheckLimits(100, 10, 1_000, 10)))
        .singleElement()
        .asString()
        .matches("has \\d+ bytes, which is more than 100");
    assertThat(whats(whole, new CheckLimits(10_000, 10, 25, 10)))
        .containsExactly(
            "has 32 bytes, which is more than 25", "has 31 bytes, which is more than 25");
    assertThat(whats(whole, new CheckLimits(10_000, 2, 1_000, 10)))
        .containsExactly("holds more than 2 files");
  }

  @Test
  void problems_areCounted_whenThereAreMany() throws IOException {
    SmallPackage whole = small();
    for (int i = 0; i < 7; i++) {
      Files.writeString(whole.path("more-" + i), "");
    }
    assertThat(whats(whole, new CheckLimits(10_000, 100, 1_000, 3)))
        .containsExactly(
            "is not in the manifest",
            "is not in the manifest",
            "is not in the manifest",
            "4 more of its files are wrong");
  }

  @Test
  void notAPackage_isTold() throws IOException {
    assertThat(text(directory.resolve("nowhere"))).startsWith("nowhere: is not there. Nothing was");
    assertThat(text(Files.writeString(directory.resolve("a.sql"), "")))
        .startsWith("a.sql: is a file, expected the folder of a datafix package. Nothing was");
    assertThat(text(Files.createDirectory(directory.resolve("empty"))))
        .isEqualTo(
            "empty: holds no manifest.json. Nothing was looked at. Give the folder datafix of a"
                + " run, or the manifest.json in it.");
    assertThat(text(directory.resolve("empty/manifest.json"))).contains("is not there");
  }

  private static String text(Path given) {
    return problems(given).get(0).text().replaceFirst("^.*/", "");
  }

  private static List<String> whats(SmallPackage small) {
    return whats(small, CheckLimits.STANDARD);
  }

  private static List<String> whats(SmallPackage small, CheckLimits limits) {
    return problems(small.folder(), limits).stream().map(Problem::what).toList();
  }

  private static List<Problem> problems(Path given) {
    return problems(given, CheckLimits.STANDARD);
  }

  private static List<Problem> problems(Path given, CheckLimits limits) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> CheckedPackage.read(given, limits));
    assertThat(refused).isNotNull();
    assertThat(refused.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    return refused.problems();
  }
}
