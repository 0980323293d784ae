package parcelrecon.source.json;

import java.util.List;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.file.Framing;
import parcelrecon.source.file.RecordReader.Found;
import parcelrecon.source.file.SiteFiles;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;
import parcelrecon.source.mapping.RowSource;

/**
 * Files of JSON lines as one source; always UTF-8. Blank lines are no rows and not counted. Memory
 * is one record per thread.
 */
public final class JsonLinesSource implements RowSource {

  private final SourceSettings settings;
  private final SourceSettings.JsonLines lines;
  private final RowMapping mapping;
  private final JsonFields fields;
  private final SiteFiles files;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the settings contradict
   *     themselves
   */
  public JsonLinesSource(SourceSettings settings, SourceSettings.JsonLines lines) {
    this.settings = settings;
    this.lines = lines;
    this.mapping = new RowMapping(settings);
    this.fields = new JsonFields(settings.name(), mapping.readColumns());
    this.files = new SiteFiles(settings, lines.files(), Framing.lines());
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return lines.type();
  }

  @Override
  public SourceLook look(Window window) {
    return files.look(files.all());
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    return SourcePlan.of(
        files.plan(files.all(), request.splitBytes()),
        List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)));
  }

  @Override
  public List<Coverage.Reason> read(Split split, RecordSink sink) {
    return readRows(split, mapping.into(sink));
  }

  @Override
  public List<Coverage.Reason> readRows(Split split, RowReceiver rows) {
    return files.read(split, line -> row(line, rows));
  }

  @Override
  public void close() {}

  private Found row(FileRecord text, RowReceiver rows) {
    if (text.text().isBlank()) {
      return Found.WHOLE;
    }
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
