package parcelrecon.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.source.SourceSettings.AccessLog;
import parcelrecon.source.SourceSettings.Amounts;
import parcelrecon.source.SourceSettings.Calendar;
import parcelrecon.source.SourceSettings.Calls;
import parcelrecon.source.SourceSettings.Csv;
import parcelrecon.source.SourceSettings.DurationUnit;
import parcelrecon.source.SourceSettings.Footer;
import parcelrecon.source.SourceSettings.Format;
import parcelrecon.source.SourceSettings.JsonLines;
import parcelrecon.source.SourceSettings.Mapping;
import parcelrecon.source.SourceSettings.Negative;
import parcelrecon.source.SourceSettings.Reader;
import parcelrecon.source.SourceSettings.Times;
import parcelrecon.source.SourceSettings.Xlsx;

/** Settings of a source that read as a sentence: Asia/Taipei, TWD, ISO-8601 unless said. */
public final class SomeSource {

  private final SourceName name;
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, Map<String, String>> values = new HashMap<>();
  private final Map<String, Set<String>> include = new HashMap<>();
  private final Map<String, Set<String>> exclude = new HashMap<>();
  private Path base = Path.of(".");
  private Reader reader = new Csv("rows.csv", ',', StandardCharsets.UTF_8, true, Optional.empty());
  private ZoneId zone = ZoneId.of("Asia/Taipei");
  private Amounts amounts = Amounts.STANDARD;
  private Times times = Times.STANDARD;
  private Calls calls = Calls.STANDARD;

  private SomeSource(SourceName name) {
    this.name = name;
  }

  public static SomeSource of(SourceName name) {
    return new SomeSource(name);
  }

  public SomeSource in(Path folder) {
    base = folder;
    return this;
  }

  public SomeSource csv(String files) {
    return csv(files, ',', StandardCharsets.UTF_8, true);
  }

  public SomeSource csv(String files, char delimiter, Charset charset, boolean header) {
    reader = new Csv(files, delimiter, charset, header, Optional.empty());
    return this;
  }

  public SomeSource xlsx(String files) {
    reader = new Xlsx(files, Optional.empty(), Optional.empty());
    return this;
  }

  public SomeSource xlsx(String files, String sheet) {
    reader = new Xlsx(files, Optional.of(sheet), Optional.empty());
    return this;
  }

  /** Of the files named last. */
  public SomeSource footer(Footer footer) {
    if (reader instanceof Csv csv) {
      reader =
          new Csv(csv.files(), csv.delimiter(), csv.charset(), csv.header(), Optional.of(footer));
    } else if (reader instanceof Xlsx xlsx) {
      reader = new Xlsx(xlsx.files(), xlsx.sheet(), Optional.of(footer));
    }
    return this;
  }

  public SomeSource jsonLines(String files, Format format) {
    reader = new JsonLines(files, format, Optional.empty());
    return this;
  }

  /**
   * @param request the field with the request
   */
  public SomeSource jsonLog(String files, String request) {
    reader = new JsonLines(files, Format.PLAIN, Optional.of(request));
    return this;
  }

  public SomeSource accessLog(String files, String pattern) {
    reader = new AccessLog(files, pattern);
    return this;
  }

  public SomeSource parcelSeparator(String separator) {
    calls = new Calls(Optional.of(separator), calls.durationUnit());
    return this;
  }

  public SomeSource durationUnit(DurationUnit unit) {
    calls = new Calls(calls.parcelSeparator(), unit);
    return this;
  }

  public SomeSource column(String column, String... siteColumns) {
    columns.put(column, List.of(siteColumns));
    return this;
  }

  public SomeSource constant(String column, String value) {
    constants.put(column, value);
    return this;
  }

  public SomeSource value(String column, String theirs, String ours) {
    values.computeIfAbsent(column, absent -> new HashMap<>()).put(theirs, ours);
    return this;
  }

  public SomeSource include(String siteColumn, String... wanted) {
    include.put(siteColumn, Set.of(wanted));
    return this;
  }

  public SomeSource exclude(String siteColumn, String... unwanted) {
    exclude.put(siteColumn, Set.of(unwanted));
    return this;
  }

  public SomeSource zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  public SomeSource amounts(Amounts written) {
    amounts = written;
    return this;
  }

  public SomeSource minguo(String format) {
    times = new Times(format, Calendar.MINGUO);
    return this;
  }

  public SomeSource negative(Negative meaning) {
    amounts =
        new Amounts(
            amounts.unit(),
            amounts.decimalSeparator(),
            amounts.groupingSeparator(),
            amounts.currencySign(),
            meaning);
    return this;
  }

  public SomeSource timeFormat(String format) {
    times = new Times(format, times.calendar());
    return this;
  }

  public SourceSettings settings() {
    Mapping mapping =
        new Mapping(
            Map.copyOf(columns),
            Map.copyOf(constants),
            new HashMap<>(values),
            Map.copyOf(include),
            Map.copyOf(exclude),
            amounts,
            times,
            calls,
            "TWD",
            "OUTBOUND_COMPLETED");
    return new SourceSettings(name, base, reader, mapping, zone, false, true, Optional.empty());
  }

  /** What is read of a source, and what its splits were. */
  public static Reading readAll(Source source, long splitBytes) {
    PlanRequest request = new PlanRequest(Window.all(ZoneId.of("Asia/Taipei")), splitBytes);
    SourcePlan plan = source.plan(request);
    CollectingSink sink = new CollectingSink();
    List<Coverage.Reason> reasons = new ArrayList<>(plan.reasons());
    for (Split split : plan.splits()) {
      reasons.addAll(source.read(split, sink));
    }
    return new Reading(plan, sink, reasons);
  }

  /** The outcome of {@link #readAll}. */
  public record Reading(SourcePlan plan, CollectingSink sink, List<Coverage.Reason> reasons) {}
}
