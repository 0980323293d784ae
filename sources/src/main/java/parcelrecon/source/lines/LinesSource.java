package parcelrecon.source.lines;

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
 * Files of a record a line as one source; always UTF-8. Blank lines are no rows and not counted.
 * Memory is one record per thread.
 */
public abstract class LinesSource implements RowSource {

  private final SourceSettings settings;
  private final RowMapping mapping;
  private final SiteFiles files;

  /**
   * @param pattern a path or glob, relative to the settings' folder
   * @throws parcelrecon.problem.ProblemException CONFIGURATION when the settings contradict
   *     themselves
   */
  protected LinesSource(SourceSettings settings, String pattern, RowMapping mapping) {
    this.settings = settings;
    this.mapping = mapping;
    this.files = new SiteFiles(settings, pattern, Framing.lines());
  }

  /** Makes a row of a line that is not blank, whole or broken; in any number of threads. */
  protected abstract Found row(FileRecord line, RowReceiver rows);

  @Override
  public final SourceName name() {
    return settings.name();
  }

  @Override
  public final String type() {
    return settings.reader().type();
  }

  @Override
  public final SourceLook look(Window window) {
    return files.look(files.all());
  }

  @Override
  public final void tryOut(RecordSink sink) {
    RowReceiver rows = mapping.into(sink);
    files.all().forEach(file -> files.head(file).forEach(line -> found(line, rows)));
  }

  @Override
  public final SourcePlan plan(PlanRequest request) {
    return SourcePlan.of(
        files.plan(files.all(), request.splitBytes()),
        List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)));
  }

  @Override
  public final List<Coverage.Reason> read(Split split, RecordSink sink) {
    return readRows(split, mapping.into(sink));
  }

  @Override
  public final List<Coverage.Reason> readRows(Split split, RowReceiver rows) {
    return files.read(split, line -> found(line, rows));
  }

  private Found found(FileRecord line, RowReceiver rows) {
    return line.text().isBlank() ? Found.WHOLE : row(line, rows);
  }

  @Override
  public final void close() {}
}
