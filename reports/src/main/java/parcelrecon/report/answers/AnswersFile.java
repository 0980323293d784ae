package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parcelrecon.problem.Problem;

/**
 * What a file of answers says.
 *
 * @param answers in the order of the file's rows; each refers to the run and to its row of data,
 *     counted from 1
 * @param notUnderstood rows that were set aside
 * @param countsForNothing what was filled in and says nothing by itself
 * @param doubtful answers that were taken although something about their rows is odd
 * @param unreadable what is wrong with the file as a whole; then nothing was taken from it
 */
public record AnswersFile(
    List<GivenAnswer> answers,
    List<Remark> notUnderstood,
    List<Remark> countsForNothing,
    List<Remark> doubtful,
    Optional<Problem> unreadable) {

  /** The most rows with something filled in that one file may have. */
  public static final int ROWS_MAX = 200_000;

  private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

  public AnswersFile {
    answers = List.copyOf(answers);
    notUnderstood = List.copyOf(notUnderstood);
    countsForNothing = List.copyOf(countsForNothing);
    doubtful = List.copyOf(doubtful);
  }

  /**
   * Reads a workbook or a CSV file. Never fails because of what is in it: that is told.
   *
   * @param asked the run that is answered
   */
  public static AnswersFile read(Path file, AskedRun asked) {
    AnswerRows rows = new AnswerRows(asked);
    try {
      if (isWorkbook(file)) {
        new WorkbookRows(file, rows).read();
      } else {
        new CsvRows(file, rows).read();
      }
      return rows.file();
    } catch (Unreadable e) {
      return unreadable(file, e.getMessage());
    } catch (Exception e) { // a broken file makes its reader throw anything
      return unreadable(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (OutOfMemoryError e) { // one part asked for far too much; what was read is let go
      return unreadable(file, "needs more memory than there is");
    }
  }

  private static boolean isWorkbook(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private static AnswersFile unreadable(Path file, String what) {
    return new AnswersFile(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(
            new Problem(
                String.valueOf(file.getFileName()),
                what,
                "No answer was taken from it",
                "Give the workbook as it was saved (.xlsx), or a CSV file with parcel_id, answer,"
                    + " answered_at, by, note")));
  }

  /** A file that is not what it should be; the message says what was seen and expected. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String what) {
      super(what);
    }
  }
}
