package parcelrecon.report.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parcelrecon.report.answers.Unreadable.Why;

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
    Optional<Unreadable> unreadable) {

  private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

  /** How workbooks of before 2007 begin, and those with a password. */
  private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

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
  public static AnswersFile read(Path file, AskedRun asked, AnswersLimits limits) {
    AnswerRows rows = new AnswerRows(asked, limits.rows());
    try {
      read(file, rows, limits);
      return rows.file();
    } catch (Unreadable.Ended e) {
      return unreadable(e);
    } catch (Exception e) { // a broken file makes its reader throw anything
      return unreadable(new Unreadable.Ended(Why.DAMAGED));
    } catch (OutOfMemoryError e) { // one part asked for far too much; what was read is let go
      return unreadable(new Unreadable.Ended(Why.NEEDS_MEMORY));
    }
  }

  private static void read(Path file, AnswerRows rows, AnswersLimits limits) throws Exception {
    long size = Files.size(file);
    if (size > limits.fileBytes()) {
      throw new Unreadable.Ended(Why.TOO_LARGE, size, limits.fileBytes());
    }
    if (begins(file, OLD)) {
      throw new Unreadable.Ended(Why.LOCKED_OR_OLD);
    }
    if (begins(file, ZIP)) {
      new WorkbookRows(file, rows, limits).read();
    } else {
      new CsvRows(file, rows).read();
    }
  }

  private static boolean begins(Path file, byte[] bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(bytes.length), bytes);
    }
  }

  private static AnswersFile unreadable(Unreadable.Ended end) {
    return new AnswersFile(
        List.of(), List.of(), List.of(), List.of(), Optional.of(end.unreadable()));
  }
}
