package parcelrecon.console.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parcelrecon.model.Coverage;
import parcelrecon.model.Incident.Phase;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.model.Window;
import parcelrecon.report.followup.Figures;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;
import parcelrecon.results.SourceRow;
import parcelrecon.results.TieOut;
import parcelrecon.results.Totals;
import parcelrecon.results.Totals.KindTotals;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** What a finished run found, as its page shows it. */
final class RunPage {

  /** More points than these a chart of a page cannot show apart. */
  static final int POINTS_MAX = 240;

  private final RunResults results;
  private final Texts texts;
  private final ZoneId zone;
  private final Figures figures;
  private final String since;
  private final List<SourceView> sources;
  private final List<Laws> laws;
  private final Optional<Chart> chart;

  /** Reads all of it at once: what is shown of a finished run does not change any more. */
  RunPage(RunResults results, Texts texts) {
    this.results = results;
    this.texts = texts;
    this.zone = results.run().incident().window().zone();
    this.figures = Figures.of(results);
    this.since =
        FollowUp.of(results)
            .map(followUp -> new FollowUpWords(followUp, texts, zone).summary())
            .orElse("");
    List<SourceRow> rows = results.sources();
    this.sources = rows.stream().map(this::source).toList();
    this.laws = laws(rows);
    this.chart = chart(results.minutes(POINTS_MAX));
  }

  record Verdicts(Verdict verdict, String name, long parcels) {}

  /** Kinds of a class that occur, each with its counts. */
  record ClassView(MismatchClass about, long parcels, List<KindView> kinds) {}

  record KindView(MismatchKind kind, KindTotals totals, String toCollect, String toRefund) {}

  record SourceView(
      SourceName name, Coverage.State state, SourceRow.Counts counts, List<String> reasons) {}

  /** One sum, and whether it adds up. */
  record Law(String sum, boolean holds) {}

  record Laws(String of, List<Law> laws) {}

  /**
   * @param title of what a point stands for
   * @param phases of the incident that touch the chart
   */
  record Chart(String title, List<Point> points, List<PhaseView> phases) {}

  record Point(String label, long pickUps, long shownAsFailed, long messages) {}

  /**
   * @param first number of its first point, from 0
   * @param last number of its last point
   */
  record PhaseView(String label, int first, int last) {}

  public Figures figures() {
    return figures;
  }

  public Totals.Parcels parcels() {
    return results.totals().parcels();
  }

  /** The sentence the statement begins with. */
  public String headline() {
    long shown = figures.shownAsFailed();
    Window window = results.run().incident().window();
    boolean isOneDay =
        texts.date(window.from(), zone).equals(texts.date(window.to().minusNanos(1), zone));
    return figures.dayTotal().isPresent()
        ? texts.text(
            isOneDay ? "statement.impact.sentence" : "statement.impact.sentenceOfDays",
            figures.dayTotal().getAsLong(),
            shown,
            texts.percent(shown, figures.dayTotal().getAsLong()))
        : texts.text("statement.impact.sentenceWithoutTotal", shown);
  }

  public String others() {
    return texts.text("statement.impact.others", figures.others());
  }

  /** What became of the parcels that an earlier run first found; empty where nothing differs. */
  public String since() {
    return since;
  }

  public String toCollect() {
    return texts.money(figures.toCollectMinor());
  }

  public String toRefund() {
    return texts.money(figures.toRefundMinor());
  }

  /** Where the affected parcels are; those without a pick-up are told last, by their number. */
  public List<Verdicts> verdicts() {
    return Stream.of(Verdict.values())
        .map(
            verdict ->
                new Verdicts(
                    verdict,
                    texts.name(verdict),
                    results.totals().verdicts().getOrDefault(verdict, 0L)))
        .filter(each -> each.parcels() > 0)
        .toList();
  }

  public List<ClassView> classes() {
    return Stream.of(MismatchClass.values())
        .map(
            about ->
                new ClassView(
                    about, results.totals().classes().getOrDefault(about, 0L), kinds(about)))
        .filter(view -> !view.kinds().isEmpty())
        .toList();
  }

  private List<KindView> kinds(MismatchClass about) {
    Map<MismatchKind, KindTotals> kinds = results.totals().kinds();
    return Stream.of(MismatchKind.values())
        .filter(kind -> kind.mismatchClass() == about && kinds.get(kind).mismatches() > 0)
        .map(
            kind ->
                new KindView(
                    kind,
                    kinds.get(kind),
                    texts.money(kinds.get(kind).toCollectMinor()),
                    texts.money(kinds.get(kind).toRefundMinor())))
        .toList();
  }

  public List<SourceView> sources() {
    return sources;
  }

  private SourceView source(SourceRow source) {
    return new SourceView(
        source.name(), source.coverage().state(), source.counts(), reasons(source.coverage()));
  }

  /** What holds of the whole source, then what its partitions lack. */
  private List<String> reasons(Coverage coverage) {
    List<String> told = new ArrayList<>();
    coverage.general().forEach(reason -> told.add(texts.coverage(reason, zone)));
    List<Coverage.Reason> lacking =
        coverage.lacking().stream().filter(reason -> !coverage.general().contains(reason)).toList();
    if (!lacking.isEmpty()) {
      told.add(texts.coverage(lacking, zone));
    }
    return told;
  }

  public List<Laws> laws() {
    return laws;
  }

  private List<Laws> laws(List<SourceRow> rows) {
    List<Laws> laws = new ArrayList<>();
    for (SourceRow source : rows) {
      SourceRow.Counts counts = source.counts();
      laws.add(
          new Laws(
              texts.name(source.name()),
              List.of(
                  law("law.read", counts.read(), counts.accepted(), counts.rejected()),
                  law("law.accepted", counts.accepted(), counts.inScope(), counts.outOfScope()))));
    }
    Totals.Parcels parcels = parcels();
    laws.add(
        new Laws(
            texts.text("evidence.parcels"),
            List.of(
                law(
                    "law.parcels",
                    parcels.inScope(),
                    parcels.affected(),
                    parcels.downstreamOnly(),
                    parcels.informational(),
                    parcels.clean()))));
    results
        .tieOut()
        .ifPresent(sums -> sums.forEach((currency, sum) -> laws.add(laws(currency, sum))));
    return laws;
  }

  private Law law(String key, long whole, long... parts) {
    Object[] numbers =
        LongStream.concat(LongStream.of(whole), Arrays.stream(parts)).boxed().toArray();
    return new Law(texts.text(key, numbers), whole == Arrays.stream(parts).sum());
  }

  private Laws laws(String currency, TieOut sum) {
    Object[] amounts =
        Stream.of(
                sum.dueMinusPaidMinor(),
                sum.collectMinor(),
                sum.refundMinor(),
                sum.withinToleranceMinor(),
                sum.notDueMinor(),
                sum.settledByReceiptMinor())
            .map(minor -> texts.money(minor, currency))
            .toArray();
    boolean holds = sum.dueMinusPaidMinor() == sum.explainedMinor();
    return new Laws(
        texts.text("tieOut.money", currency),
        List.of(new Law(texts.text("tieOut.law", amounts), holds)));
  }

  /** Empty when nothing was counted in any minute: an empty chart would look like a broken one. */
  public Optional<Chart> chart() {
    return chart;
  }

  private Optional<Chart> chart(Totals.Minutes minutes) {
    boolean isNothing =
        minutes.points().stream()
            .allMatch(point -> point.outbounds() + point.shownAsFailed() + point.events() == 0);
    if (isNothing) {
      return Optional.empty();
    }
    String title =
        minutes.each() == 1
            ? texts.text("chart.title")
            : texts.text("chart.titleBuckets", texts.duration(Duration.ofMinutes(minutes.each())));
    return Optional.of(new Chart(title, points(minutes), phases(minutes)));
  }

  private List<Point> points(Totals.Minutes minutes) {
    Instant first = minutes.points().get(0).minute();
    Instant last = minutes.points().get(minutes.points().size() - 1).minute();
    boolean isOneDay = texts.date(first, zone).equals(texts.date(last, zone));
    return minutes.points().stream()
        .map(
            point ->
                new Point(
                    (isOneDay ? "" : texts.date(point.minute(), zone) + " ")
                        + texts.shortTime(point.minute(), zone),
                    point.outbounds(),
                    point.shownAsFailed(),
                    point.events()))
        .toList();
  }

  private List<PhaseView> phases(Totals.Minutes minutes) {
    List<PhaseView> views = new ArrayList<>();
    for (Phase phase : results.run().incident().phases()) {
      int first = -1;
      int last = -1;
      for (int i = 0; i < minutes.points().size(); i++) {
        Instant from = minutes.points().get(i).minute();
        Instant to = from.plus(Duration.ofMinutes(minutes.each()));
        if (from.isBefore(phase.to()) && to.isAfter(phase.from())) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      if (first >= 0) {
        views.add(new PhaseView(phase.label(), first, last));
      }
    }
    return views;
  }
}
