package parcelrecon.source.json;

import parcelrecon.source.SourceSettings;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.file.RecordReader.Found;
import parcelrecon.source.lines.LinesSource;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;

/** Files of JSON lines as one source. */
public final class JsonLinesSource extends LinesSource {

  private final SourceSettings.JsonLines lines;
  private final JsonFields fields;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the settings contradict
   *     themselves
   */
  public JsonLinesSource(SourceSettings settings, SourceSettings.JsonLines lines) {
    this(settings, lines, new RowMapping(settings));
  }

  private JsonLinesSource(
      SourceSettings settings, SourceSettings.JsonLines lines, RowMapping mapping) {
    super(settings, lines.files(), mapping);
    this.lines = lines;
    this.fields = new JsonFields(settings.name(), mapping.readColumns(), lines.request());
  }

  @Override
  protected Found row(FileRecord text, RowReceiver rows) {
    Line line = line(text);
    JsonRow row = new JsonRow(fields, line.body().node(), line.key(), line.headers(), text.text());
    if (text.ending() == FileRecord.Ending.STREAM_CUT) {
      rows.broken(row, line.ref(), "row breaks off where the gzip stream is cut");
      return Found.CUT;
    }
    if (line.problem().isEmpty()) {
      rows.row(row, line.ref(), line.stamp());
      return Found.WHOLE;
    }
    boolean isCut = text.ending() == FileRecord.Ending.FILE_END && !line.isWhole();
    rows.broken(
        row, line.ref(), isCut ? "row breaks off at the end of the file" : line.problem().get());
    return isCut ? Found.CUT : Found.WHOLE;
  }

  private Line line(FileRecord text) {
    if (text.ending() == FileRecord.Ending.TOO_LONG) {
      return Line.broken(text, JsonBody.of(""), "row is too long");
    }
    return switch (lines.format()) {
      case PLAIN -> Line.plain(text);
      case KCAT -> KcatLine.of(text);
      case CONSOLE_CONSUMER -> ConsoleLine.of(text);
    };
  }
}
