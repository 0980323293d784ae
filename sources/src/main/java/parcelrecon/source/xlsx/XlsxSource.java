package parcelrecon.source.xlsx;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;
import parcelrecon.source.file.SiteFile;
import parcelrecon.source.file.WholeFiles;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.FooterCheck;
import parcelrecon.source.mapping.Heading;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;
import parcelrecon.source.mapping.RowSource;
import parcelrecon.source.xlsx.TableSearch.Found;
import parcelrecon.source.xlsx.TableSearch.Table;

/**
 * Workbooks as one source, a table of each. Every file must have the configured columns; their
 * order may differ from file to file. Empty rows are no rows and not counted. Memory is one row,
 * and a few megabytes, per thread.
 */
public final class XlsxSource implements RowSource {

  /** How many rows of a file are tried out before all are read. */
  private static final int HEAD_ROWS = 20;

  private final SourceSettings settings;
  private final SourceSettings.Xlsx xlsx;
  private final RowMapping mapping;
  private final WholeFiles files;
  private final TableSearch search;

  /**
   * @throws ProblemException CONFIGURATION when the settings contradict themselves
   */
  public XlsxSource(SourceSettings settings, SourceSettings.Xlsx xlsx) {
    this.settings = settings;
    this.xlsx = xlsx;
    this.mapping = new RowMapping(settings);
    this.files = new WholeFiles(settings, xlsx.files());
    this.search = new TableSearch(xlsx.sheet(), mapping.siteColumns(), mapping.readColumns());
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return xlsx.type();
  }

  @Override
  public SourceLook look(Window window) {
    return files.look(asConfigured());
  }

  @Override
  public void tryOut(RecordSink sink) {
    for (SiteFile file : asConfigured()) {
      readRows(file, mapping.withoutFooter(file.name(), mapping.into(sink)), HEAD_ROWS);
    }
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    return SourcePlan.of(
        files.plan(asConfigured()),
        List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)));
  }

  /** All files; each has a table with the columns wanted. */
  private List<SiteFile> asConfigured() {
    List<SiteFile> all = files.all();
    List<Problem> problems = new ArrayList<>();
    for (SiteFile file : all) {
      try (Workbook workbook = Workbook.open(file)) {
        problems.addAll(search.in(file, workbook).problems());
      } catch (ProblemException e) {
        if (e.exitCode() != ExitCode.CONFIGURATION) {
          throw e;
        }
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ExitCode.CONFIGURATION, problems);
    }
    return all;
  }

  @Override
  public List<Coverage.Reason> read(Split split, RecordSink sink) {
    return readRows(split, mapping.into(sink));
  }

  @Override
  public List<Coverage.Reason> readRows(Split split, RowReceiver rows) {
    files.checkUnchanged(split);
    SiteFile file = files.fileOf(split);
    FooterCheck footer = mapping.withoutFooter(file.name(), rows);
    readRows(file, footer, Integer.MAX_VALUE);
    files.checkUnchanged(split);
    return footer.reasons();
  }

  /**
   * @param rowsMax how many rows below the heading are read, empty ones too
   */
  private void readRows(SiteFile file, RowReceiver rows, int rowsMax) {
    try (Workbook workbook = Workbook.open(file)) {
      Found found = search.in(file, workbook);
      Table table =
          found
              .table()
              .orElseThrow(() -> new ProblemException(ExitCode.CONFIGURATION, found.problems()));
      Heading heading = table.heading();
      workbook.read(
          table.sheet(),
          row -> {
            if (row.number() > heading.line()) {
              rows.row(
                  new XlsxRow(heading, row),
                  new FileLine(settings.name(), file.name(), row.number()),
                  EventStamp.NONE);
            }
            return row.number() - heading.line() < rowsMax;
          });
    }
  }

  @Override
  public void close() {}
}
