package parcelrecon.report.datafix.change;

import static parcelrecon.report.file.Json.object;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parcelrecon.datafix.Suggestion;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.Sha256;

/**
 * The changes of one script, a JSON object a line: {@code NNN-NAME.changes.jsonl}. It was read to
 * its end once, so every line is a change exactly as {@link #line} writes it.
 *
 * @param suggestion of all its changes
 * @param rows at least 1
 * @param sha256 of its bytes; names the fix in the database
 */
public record ChangesFile(Path path, Suggestion suggestion, long rows, String sha256) {

  public static final String SUFFIX = ".changes.jsonl";

  /** A change of ids within {@link DatafixSettings#idPattern} and a few refs is below 2 KB. */
  static final int LINE_BYTES_MAX = 1 << 20;

  /** One change as a line, ending with a line end. Instants are told in full precision. */
  public static String line(Change change) {
    return Json.line(
        object(
            "parcel_id", change.parcelId(),
            "outbound_id", change.outboundId(),
            "state_seen", change.seenState(),
            "state_new", change.newState(),
            "version_seen", change.seenVersion(),
            "deadline_seen", text(change.seenDeadline()),
            "deadline_new", text(change.newDeadline()),
            "suggestion", change.suggestion().name(),
            "stands_on", change.standsOn().name(),
            "confirmed_by", change.confirmedBy()));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /**
   * Opens a file for reading.
   *
   * @throws ProblemException USAGE, with the line, when it holds anything but changes of one
   *     suggestion as {@link #line} writes them
   */
  public static ChangesFile open(Path path) {
    Counted counted = new Counted(path);
    read(path, counted::take);
    if (counted.rows == 0) {
      throw refused(path.getFileName().toString(), "it is empty, expected a change a line");
    }
    try {
      return new ChangesFile(path, counted.suggestion, counted.rows, Sha256.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted {
    private final Path path;
    private Suggestion suggestion;
    private long rows;

    private Counted(Path path) {
      this.path = path;
    }

    private void take(Change change) {
      rows++;
      if (suggestion != null && suggestion != change.suggestion()) {
        throw refused(
            path.getFileName() + ":" + rows,
            "suggestion is " + change.suggestion() + ", expected " + suggestion + " as before");
      }
      suggestion = change.suggestion();
    }
  }

  /** All changes in their order, at most {@code sizeMax} at a time. */
  public void forEachBatch(int sizeMax, Consumer<List<Change>> batches) {
    List<Change> batch = new ArrayList<>();
    read(
        path,
        change -> {
          batch.add(change);
          if (batch.size() == sizeMax) {
            batches.accept(List.copyOf(batch));
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      batches.accept(List.copyOf(batch));
    }
  }

  private static void read(Path path, Consumer<Change> changes) {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
      ChangeLines lines = new ChangeLines(path.getFileName().toString(), bytes);
      for (Change change = lines.next(); change != null; change = lines.next()) {
        changes.accept(change);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProblemException refused(String where, String what) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            where, what, "Nothing was made of the file", "Make the package again with report"));
  }
}
