package parcelrecon.console.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parcelrecon.job.Site;
import parcelrecon.job.SiteLook;
import parcelrecon.job.SiteLook.Reached;
import parcelrecon.job.TriedRows;
import parcelrecon.model.Coverage;
import parcelrecon.model.PartitionCoverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.Prospect;

/**
 * What a site's sources could show of a window, in words.
 *
 * @param sources in the order of their names, those that cannot be used among them
 * @param prospects what a run could prove; empty while there is a problem
 * @param problems while there is one, no run would start
 */
record LookView(List<SourceView> sources, List<ProspectView> prospects, List<String> problems) {

  /** Of more partitions that are not complete only the first are told. */
  static final int PARTITIONS_MAX = 20;

  LookView {
    sources = List.copyOf(sources);
    prospects = List.copyOf(prospects);
    problems = List.copyOf(problems);
  }

  /**
   * @param state null when it cannot be used
   * @param where what is read; empty when it cannot be used
   */
  record SourceView(SourceName name, Coverage.State state, String where, List<String> told) {}

  /** Kinds of one class of which the same can be said. */
  record ProspectView(
      MismatchClass about, List<String> kinds, Prospect.Outlook outlook, String why) {}

  public boolean canStart() {
    return problems.isEmpty();
  }

  static LookView of(SiteLook look, Site site, Window window, Texts texts) {
    Words words = new Words(look, window, texts);
    return new LookView(
        site.sources().keySet().stream().sorted().map(words::source).toList(),
        words.prospects(),
        look.problem().map(ProblemException::problems).stream()
            .flatMap(List::stream)
            .map(Problem::text)
            .toList());
  }

  private record Words(SiteLook look, Window window, Texts texts) {

    SourceView source(SourceName name) {
      Reached reached = look.reached().get(name);
      if (reached == null) {
        return new SourceView(name, null, "", List.of());
      }
      List<String> told = new ArrayList<>();
      reached
          .reaches()
          .ifPresent(
              at ->
                  told.add(
                      texts.text(
                          "runs.look.reaches",
                          texts.dateTime(at, window.zone()),
                          window.zone().getId())));
      reached.coverage().general().forEach(reason -> told.add(ahead(reason)));
      partitions(reached.coverage().partitions(), told);
      firstRows(reached.firstRows(), told);
      return new SourceView(name, reached.coverage().state(), reached.where(), told);
    }

    /** Of all there is a database tells the times it is asked for, which mean nothing. */
    private String ahead(Coverage.Reason reason) {
      return window.isAll() && reason.code() == Coverage.Code.ONE_SNAPSHOT
          ? texts.text("ahead.everything")
          : texts.coverageAhead(reason, window.zone());
    }

    private void partitions(List<PartitionCoverage> all, List<String> told) {
      List<PartitionCoverage> lacking =
          all.stream().filter(each -> each.state() != Coverage.State.COMPLETE).toList();
      if (!all.isEmpty()) {
        told.add(texts.text("runs.look.partitions", all.size() - lacking.size(), all.size()));
      }
      lacking.stream().limit(PARTITIONS_MAX).flatMap(this::lacking).forEach(told::add);
      if (lacking.size() > PARTITIONS_MAX) {
        told.add(texts.text("runs.look.morePartitions", lacking.size() - PARTITIONS_MAX));
      }
    }

    private Stream<String> lacking(PartitionCoverage partition) {
      return partition.reasons().stream()
          .filter(reason -> reason.code().state() != Coverage.State.COMPLETE)
          .map(this::ahead);
    }

    private void firstRows(TriedRows rows, List<String> told) {
      if (rows.count() > 0) {
        told.add(texts.text("runs.look.firstRows", rows.count() - rows.rejected(), rows.count()));
        rows.example().ifPresent(example -> told.add(texts.text("runs.look.notRead", example)));
      }
    }

    List<ProspectView> prospects() {
      List<ProspectView> views = new ArrayList<>();
      for (MismatchClass about : MismatchClass.values()) {
        Map<ProspectView, List<String>> kinds = new LinkedHashMap<>();
        look.prospects().stream()
            .filter(prospect -> prospect.kind().mismatchClass() == about)
            .forEach(
                prospect ->
                    kinds
                        .computeIfAbsent(said(about, prospect), said -> new ArrayList<>())
                        .add(texts.name(prospect.kind())));
        kinds.forEach(
            (said, names) -> views.add(new ProspectView(about, names, said.outlook(), said.why())));
      }
      return views;
    }

    private ProspectView said(MismatchClass about, Prospect prospect) {
      return new ProspectView(
          about,
          List.of(),
          prospect.outlook(),
          texts.clauses(prospect.limits().stream().map(texts::name).toList()));
    }
  }
}
