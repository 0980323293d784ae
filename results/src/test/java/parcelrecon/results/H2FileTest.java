package parcelrecon.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

/** What only an H2 file does: one process, one file. */
class H2FileTest {

  @TempDir Path folder;

  @Test
  void database_staysClosed_whenClosedTwice() {
    ResultsDatabase database = ResultsDatabase.open(Runs.file(folder));
    database.close();
    database.close();
    assertThat(folder.resolve("results.mv.db")).isRegularFile();
    assertThat(folder.resolve("results.lock.db")).doesNotExist();
  }

  @Test
  void open_tellsProblem_whenPasswordIsAnother() {
    ResultsDatabase.open(Runs.file(folder)).close();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                ResultsDatabase.open(
                    new ResultsSettings(
                        "jdbc:h2:file:" + folder.resolve("results"),
                        Optional.of("somebody"),
                        Optional.of("hush"))))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .withMessageContaining(folder.resolve("results") + ": it cannot be opened")
        .withMessageNotContaining("hush");
  }

  @Test
  void open_tellsProblem_whenFileIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("results.mv.db"), "no database\n".repeat(2_000));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ResultsDatabase.open(Runs.file(folder)))
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
  }

  @Test
  void open_saysThatAnotherProcessHoldsTheFile_whenOneDoes() throws Exception {
    try (OtherProcess other =
        OtherProcess.start(OtherProcess.FinishesAndStays.class, Runs.file(folder))) {
      assertThat(other.line()).isEqualTo("finished 1");
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> ResultsDatabase.open(Runs.file(folder)))
          .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
          .withMessage(
              "results database %s: another process holds its file. Nothing was started. Wait"
                  + " until that process has ended, or set another results.url.",
              folder.resolve("results"));
      assertThat(look()).as("no problem of a look").isEqualTo(ResultsLook.State.IN_USE);
    }
  }

  @Test
  void look_makesAndChangesNothing() throws SQLException {
    assertThat(look()).isEqualTo(ResultsLook.State.NOT_YET);
    assertThat(folder).isEmptyDirectory();
    try (Connection empty =
        DriverManager.getConnection(Runs.file(folder).url(), ResultsEngine.STANDARD_USER, "")) {
      assertThat(empty.isValid(1)).isTrue();
    }
    assertThat(look()).isEqualTo(ResultsLook.State.OPENS);
    try (Connection still =
            DriverManager.getConnection(Runs.file(folder).url(), ResultsEngine.STANDARD_USER, "");
        ResultSet tables = still.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      assertThat(tables.next()).as("a table").isFalse();
    }
  }

  private ResultsLook.State look() {
    return ResultsDatabase.look(Runs.file(folder)).state();
  }
}
