package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import parcelrecon.model.Answer;
import parcelrecon.problem.Problem;
import parcelrecon.results.RunResults;

/**
 * What a file of answers says.
 *
 * @param answers in the order of the file's rows; each refers to the run and to its row of data,
 *     counted from 1
 * @param notUnderstood rows that were set aside, or what is wrong with the file as a whole
 */
public record AnswersFile(List<Answer> answers, List<Problem> notUnderstood) {

  private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

  public AnswersFile {
    answers = List.copyOf(answers);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /**
   * Reads a workbook or a CSV file. Never fails because of what is in it: that is told in {@link
   * #notUnderstood}.
   *
   * @param results of the run that is answered
   */
  public static AnswersFile read(Path file, RunResults results) {
    AnswerRows rows = new AnswerRows(results);
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
        List.of(
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
