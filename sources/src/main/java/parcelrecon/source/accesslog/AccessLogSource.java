package parcelrecon.source.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parcelrecon.problem.DidYouMean;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.file.RecordReader.Found;
import parcelrecon.source.lines.LinesSource;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.RequestColumns;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;

/** Access logs of a proxy as one source, a call a line. */
public final class AccessLogSource extends LinesSource {

  /** Proxies take no request, referer or agent longer than some thousand characters. */
  static final int LINE_CHARACTERS_MAX = 1 << 16;

  private final AccessPattern pattern;

  /**
   * @throws ProblemException CONFIGURATION when the settings contradict themselves, or name columns
   *     the pattern does not have
   */
  public AccessLogSource(SourceSettings settings, AccessLog log) {
    this(settings, log, new RowMapping(settings));
  }

  private AccessLogSource(SourceSettings settings, AccessLog log, RowMapping mapping) {
    super(settings, log.files(), mapping);
    this.pattern = AccessPattern.of(log.pattern());
    check("sources." + settings.name().text(), mapping.siteColumns());
  }

  private void check(String where, Set<String> named) {
    Set<String> known = new TreeSet<>(pattern.columns());
    List<Problem> problems = new ArrayList<>();
    for (String column : named) {
      boolean isThere =
          RequestColumns.isOne(column)
              ? known.contains(AccessPattern.REQUEST)
              : known.contains(column);
      if (!isThere) {
        problems.add(
            new Problem(
                where + ".columns",
                "\""
                    + column
                    + "\" is no column of the pattern"
                    + DidYouMean.question(column, known),
                "Nothing was started",
                "Use one of "
                    + String.join(", ", known)
                    + (known.contains(AccessPattern.REQUEST)
                        ? ", @method, @path, @path:N or @query:NAME"
                        : "; a group named request gives @method, @path, @path:N, @query:NAME")));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, problems);
    }
  }

  /**
   * The end of a log that is being written, or was cut: every line of a log ends. A half of one may
   * look whole.
   */
  @Override
  protected Found row(FileRecord line, RowReceiver rows) {
    AccessLine row = AccessLine.of(pattern, line.text());
    return switch (line.ending()) {
      case STREAM_CUT -> cut(row, line, rows, "where the gzip stream is cut");
      case FILE_END, FILE_END_IN_QUOTES -> cut(row, line, rows, "at the end of the file");
      case LINE_END, TOO_LONG -> {
        if (row.problem().isPresent()) {
          rows.broken(row, line.ref(), row.problem().get());
        } else {
          rows.row(row, line.ref(), EventStamp.NONE);
        }
        yield Found.WHOLE;
      }
    };
  }

  private static Found cut(AccessLine row, FileRecord line, RowReceiver rows, String where) {
    rows.broken(row, line.ref(), "row breaks off " + where);
    return Found.CUT;
  }
}
