package parcelrecon.source.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
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
import parcelrecon.source.file.FileRecord;
import parcelrecon.source.file.Framing;
import parcelrecon.source.file.SiteFile;
import parcelrecon.source.file.SiteFiles;
import parcelrecon.source.mapping.FooterCheck;
import parcelrecon.source.mapping.Heading;
import parcelrecon.source.mapping.RowMapping;
import parcelrecon.source.mapping.RowReceiver;
import parcelrecon.source.mapping.RowSource;

/**
 * CSV files as one source. Every file must have the configured columns; their order may differ from
 * file to file. Empty lines are no rows and not counted. Memory is one record per thread.
 */
public final class CsvSource implements RowSource {

  /** A footer is compared with all rows of its file, so they are read together. */
  private static final long WHOLE_FILE = Long.MAX_VALUE;

  private final SourceSettings settings;
  private final SourceSettings.Csv csv;
  private final RowMapping mapping;
  private final SiteFiles files;
  private final CsvFields fields;

  /**
   * @throws ProblemException CONFIGURATION when the settings contradict themselves
   */
  public CsvSource(SourceSettings settings, SourceSettings.Csv csv) {
    this.settings = settings;
    this.csv = csv;
    this.mapping = new RowMapping(settings);
    this.files = new SiteFiles(settings, csv.files(), framing(settings, csv));
    this.fields = new CsvFields(csv.delimiter());
  }

  private static Framing framing(SourceSettings settings, SourceSettings.Csv csv) {
    try {
      return Framing.quoted(csv.charset(), csv.delimiter());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              "sources." + settings.name().text() + ".csv.delimiter",
              "\"" + csv.delimiter() + "\" cannot be one, expected a character of ASCII",
              "Nothing was started",
              "Use a comma, semicolon, tab or bar"),
          e);
    }
  }

  @Override
  public SourceName name() {
    return settings.name();
  }

  @Override
  public String type() {
    return csv.type();
  }

  @Override
  public SourceLook look(Window window) {
    return files.look(asConfigured());
  }

  @Override
  public void tryOut(RecordSink sink) {
    for (SiteFile file : asConfigured()) {
      FooterCheck footer = mapping.withoutFooter(file.name(), mapping.into(sink));
      files.head(file).forEach(rows(file, footer)::read);
    }
  }

  @Override
  public SourcePlan plan(PlanRequest request) {
    return SourcePlan.of(
        files.plan(asConfigured(), csv.footer().isPresent() ? WHOLE_FILE : request.splitBytes()),
        List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)));
  }

  /** All files; each has the columns wanted. */
  private List<SiteFile> asConfigured() {
    List<SiteFile> all = files.all();
    List<Problem> problems = new ArrayList<>();
    for (SiteFile file : all) {
      problems.addAll(problems(file));
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
    SiteFile file = files.fileOf(split);
    FooterCheck footer = mapping.withoutFooter(file.name(), rows);
    List<Coverage.Reason> reasons = new ArrayList<>(files.read(split, rows(file, footer)));
    reasons.addAll(footer.reasons());
    return reasons;
  }

  private CsvRows rows(SiteFile file, FooterCheck footer) {
    return new CsvRows(heading(file).orElse(Heading.numbered(file.name(), 0)), fields, footer);
  }

  @Override
  public void close() {}

  private List<Problem> problems(SiteFile file) {
    Optional<Heading> heading = heading(file);
    if (heading.isPresent()) {
      return heading.get().problems(mapping.siteColumns(), mapping.readColumns());
    }
    return csv.header()
        ? List.of(
            new Problem(
                file.name(),
                "file is empty, expected a heading with "
                    + String.join(", ", mapping.siteColumns()),
                "Nothing was started",
                "Fetch the file again, or take it away"))
        : List.of();
  }

  private Optional<Heading> heading(SiteFile file) {
    return files.first(file).map(first -> heading(file, first));
  }

  private Heading heading(SiteFile file, FileRecord first) {
    String[] names =
        fields.of(first.text()).or(() -> fields.ofUnclosed(first.text())).orElse(new String[0]);
    return csv.header()
        ? Heading.of(file.name(), first.ref().line(), List.of(names))
        : Heading.numbered(file.name(), names.length);
  }
}
