package parcelrecon.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import parcelrecon.job.Site;
import parcelrecon.job.SiteLook;
import parcelrecon.job.TriedRows;
import parcelrecon.model.Coverage;
import parcelrecon.model.PartitionCoverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsLook;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.Prospect;
import parcelrecon.source.SourceLook;

/** What {@code check} prints: the sources, then what a run could prove. */
final class CheckReport {

  private static final Texts ENGLISH = Texts.of("en");
  private static final String SOURCE = "%-10s  %-14s  %-11s  %s";
  private static final String PARTITION = "    %-30s  %9s  %12s  %12s  %s";
  private static final String PROSPECT = "%-10s  %s";
  private static final String DETAIL = "    ";

  /** Of more files, topics or statements the first and the last one are named. */
  private static final int PARTS_MAX = 4;

  /** Of more complete partitions than these only their number is told. */
  private static final int PARTITIONS_MAX = 20;

  private final Site site;
  private final Window window;
  private final SiteLook look;
  private final List<String> lines = new ArrayList<>();

  CheckReport(Site site, Window window, SiteLook look) {
    this.site = site;
    this.window = window;
    this.look = look;
  }

  List<String> lines() {
    line("Window: " + RunTable.window(window) + " (" + window.zone() + ")");
    line("");
    line(SOURCE.formatted("SOURCE", "TYPE", "COVERAGE", "WHERE"));
    site.sources().keySet().stream().sorted().forEach(this::source);
    line("");
    line("As far as can be told before it is read: a row that breaks off is seen only then.");
    look.results().ifPresent(this::results);
    line("");
    if (look.prospects().isEmpty()) {
      line("No run would start before all of it can be used.");
    } else {
      line("What a run could prove");
      line("");
      prospects();
    }
    return lines;
  }

  private void results(ResultsLook results) {
    line(
        results.where()
            + switch (results.state()) {
              case OPENS -> ": can be opened";
              case NOT_YET -> ": not there yet, the first run makes it";
              case IN_USE -> ": in use by another process, no run could start until that has ended";
            });
  }

  private void line(String text) {
    lines.add(text.stripTrailing());
  }

  private void source(SourceName name) {
    String type = site.sources().get(name).reader().type();
    SiteLook.Reached source = look.reached().get(name);
    if (source == null) {
      line(SOURCE.formatted(name.text(), type, "-", "cannot be used, see below"));
      return;
    }
    SourceLook found = source.look();
    Coverage coverage = source.coverage();
    line(SOURCE.formatted(name.text(), type, coverage.state(), found.where()));
    if (!found.parts().equals(List.of(found.where()))) {
      line(DETAIL + parts(found.parts()));
    }
    found
        .reaches()
        .ifPresent(at -> line(DETAIL + "Reaches " + ENGLISH.dateTime(at, window.zone())));
    coverage.general().forEach(reason -> line(DETAIL + ahead(reason)));
    firstRows(source.firstRows());
    partitions(coverage.partitions());
  }

  /** Of all there is a database tells the times it is asked for, which mean nothing. */
  private String ahead(Coverage.Reason reason) {
    return window.isAll() && reason.code() == Coverage.Code.ONE_SNAPSHOT
        ? ENGLISH.text("ahead.everything")
        : ENGLISH.coverageAhead(reason, window.zone());
  }

  private void firstRows(TriedRows rows) {
    if (rows.count() > 0) {
      line(
          DETAIL
              + "First rows tried out: "
              + (rows.count() - rows.rejected())
              + " of "
              + rows.count()
              + " can be read"
              + rows.example().map(example -> "; not " + example).orElse(""));
    }
  }

  /** The first and the last tell most of files that are named by their time. */
  private static String parts(List<String> parts) {
    return parts.size() > PARTS_MAX
        ? parts.get(0) + " to " + parts.get(parts.size() - 1) + ", " + parts.size() + " in all"
        : String.join(", ", parts);
  }

  private void partitions(List<PartitionCoverage> all) {
    if (all.isEmpty()) {
      return;
    }
    line(PARTITION.formatted("TOPIC", "PARTITION", "FIRST", "END", "COVERAGE"));
    long hidden = 0;
    for (PartitionCoverage partition : all) {
      if (all.size() > PARTITIONS_MAX && partition.state() == Coverage.State.COMPLETE) {
        hidden++;
      } else {
        partition(partition);
      }
    }
    if (hidden > 0) {
      line(DETAIL + "and " + hidden + " more, all COMPLETE");
    }
  }

  private void partition(PartitionCoverage partition) {
    line(
        PARTITION.formatted(
            partition.topic(),
            partition.partition(),
            partition.first().isPresent() ? partition.first().getAsLong() : "-",
            partition.end().isPresent() ? partition.end().getAsLong() : "-",
            partition.state()));
    partition.reasons().stream()
        .filter(reason -> reason.code().state() != Coverage.State.COMPLETE)
        .forEach(reason -> line(DETAIL + DETAIL + ahead(reason)));
  }

  /** Kinds of one class with one prospect share a line. */
  private void prospects() {
    for (MismatchClass each : MismatchClass.values()) {
      Map<String, List<String>> kinds = new LinkedHashMap<>();
      look.prospects().stream()
          .filter(prospect -> prospect.kind().mismatchClass() == each)
          .forEach(
              prospect ->
                  kinds
                      .computeIfAbsent(said(prospect), said -> new ArrayList<>())
                      .add(prospect.kind().name()));
      String shown = each.name();
      for (Map.Entry<String, List<String>> entry : kinds.entrySet()) {
        line(PROSPECT.formatted(shown, String.join(", ", entry.getValue())));
        line(PROSPECT.formatted("", DETAIL + entry.getKey()));
        shown = "";
      }
    }
  }

  private static String said(Prospect prospect) {
    String said = ENGLISH.name(prospect.outlook());
    String why = prospect.limits().stream().map(ENGLISH::name).collect(Collectors.joining("; "));
    String whole = why.isEmpty() ? said : said + ": " + why;
    return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
  }
}
