package parcelrecon.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import parcelrecon.model.Incident;
import parcelrecon.model.Verdict;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** The tables of the summary: verdicts, time-outs and phases on the left, kinds on the right. */
final class SummaryTables {

  private static final int[] TIME_OUT_SECONDS = {1, 3, 5, 10, 30, 60};

  private final RunView view;
  private final Overview overview;
  private final Texts texts;
  private final Totals totals;
  private final Page page;

  SummaryTables(RunView view, Overview overview, Page page) {
    this.view = view;
    this.overview = overview;
    this.texts = view.texts();
    this.totals = view.results().totals();
    this.page = page;
  }

  /** Writes the left tables and tells the row after them. */
  int left(int row, int column) {
    int next = verdicts(row, column);
    next = timeOuts(next + 1, column);
    return view.incident().phases().isEmpty() ? next : phases(next + 1, column);
  }

  private void head(int row, int column, String section, String... headers) {
    page.put(row, column, texts.text("summary." + section), Look.SECTION);
    page.headers(
        row + 1, column, Stream.of(headers).map(each -> texts.text("column." + each)).toList());
  }

  private int verdicts(int first, int column) {
    head(first, column, "verdicts", "where", "parcels", "toCollect", "toRefund");
    int row = first + 2;
    Map<String, Long> collect = new TreeMap<>();
    Map<String, Long> refund = new TreeMap<>();
    for (Optional<Verdict> verdict : Overview.verdicts()) {
      Overview.Money money = overview.money(verdict);
      long parcels = verdict.map(totals.verdicts()::get).orElse(totals.verdictsNone());
      String name = verdict.map(texts::name).orElseGet(() -> texts.text("summary.noPickUp"));
      line(row++, column, Look.PLAIN, name, parcels, money.toCollect(), money.toRefund());
      money.toCollect().forEach((currency, minor) -> collect.merge(currency, minor, Long::sum));
      money.toRefund().forEach((currency, minor) -> refund.merge(currency, minor, Long::sum));
    }
    String all = texts.text("summary.all");
    line(row++, column, Look.TOTAL, all, totals.parcels().affected(), collect, refund);
    Map<String, Long> notYetDue = overview.notYetDue().toCollect();
    if (!notYetDue.isEmpty()) {
      page.put(row, column, texts.text("summary.notYetDue"), Look.PLAIN);
      page.put(row++, column + 2, Cell.money(notYetDue, texts), Look.PLAIN);
    }
    return row;
  }

  private void line(
      int row,
      int column,
      Look look,
      String name,
      long parcels,
      Map<String, Long> collect,
      Map<String, Long> refund) {
    page.put(row, column, name, look);
    page.put(row, column + 1, Cell.whole(parcels), look);
    amounts(row, column + 2, collect, look);
    amounts(row, column + 3, refund, look);
  }

  /** Several currencies stand below each other: they are never added. */
  private void amounts(int row, int column, Map<String, Long> minorByCurrency, Look look) {
    Cell cell = Cell.money(minorByCurrency, texts);
    page.put(row, column, cell, cell instanceof Cell.Text ? Look.RIGHT : look);
    page.heighten(row, minorByCurrency.size());
  }

  private int timeOuts(int first, int column) {
    head(first, column, "timeOuts", "timeOut", "pickUps");
    int row = first + 2;
    for (int seconds : TIME_OUT_SECONDS) {
      Cell name = Cell.text(texts.text("summary.seconds", seconds));
      Cell count = Cell.whole(totals.slowerThan().getOrDefault(seconds, 0L));
      page.line(row++, column, Look.PLAIN, List.of(name, count));
    }
    TimeOutChart.draw(page.sheet(), new CellRangeAddress(first + 2, row - 1, column, column + 3));
    return row;
  }

  private int phases(int first, int column) {
    head(first, column, "phases", "phase", "affected", "fromTo", "effect");
    int row = first + 2;
    for (Incident.Phase phase : view.incident().phases()) {
      page.put(row, column, phase.label(), Look.PLAIN);
      page.line(
          row++,
          column + 1,
          Look.RIGHT,
          List.of(
              Cell.whole(overview.affected(phase)),
              Cell.text(span(phase)),
              Cell.text(effect(phase))));
    }
    return row;
  }

  private String span(Incident.Phase phase) {
    return view.shortClock(phase.from()) + "–" + view.shortClock(phase.to());
  }

  private String effect(Incident.Phase phase) {
    String failing = phase.counterFailing() ? texts.text("summary.counterFailing") : "";
    String off = phase.eventsOff() ? texts.text("summary.messagesOff") : "";
    return texts.list(Stream.of(failing, off).filter(each -> !each.isEmpty()).toList());
  }

  /** Writes classes with their kinds and tells the row after them. */
  int right(int first, int column) {
    head(first, column, "kinds", "found", "number", "confirmed", "unverified", "notDue");
    int row = first + 2;
    for (MismatchClass about : MismatchClass.values()) {
      Cell parcels =
          totals.classes().containsKey(about)
              ? Cell.whole(totals.classes().get(about))
              : Cell.BLANK;
      page.line(
          row++,
          column,
          Look.TOTAL,
          List.of(
              Cell.text(
                  texts.text(
                      parcels == Cell.BLANK ? "summary.classOnly" : "summary.class",
                      texts.name(about))),
              parcels,
              Cell.BLANK,
              Cell.BLANK,
              Cell.BLANK));
      row = kinds(row, column, about);
    }
    return row;
  }

  private int kinds(int first, int column, MismatchClass about) {
    int row = first;
    for (MismatchKind kind : MismatchKind.values()) {
      if (kind.mismatchClass() == about) {
        Totals.KindTotals counts = totals.kinds().get(kind);
        page.put(row, column, "   " + texts.name(kind), Look.PLAIN);
        page.line(
            row++,
            column + 1,
            Look.RIGHT,
            List.of(
                count(counts.mismatches()),
                count(counts.confirmed()),
                count(counts.unverified()),
                count(counts.notDue())));
      }
    }
    return row;
  }

  private Cell count(long number) {
    return number == 0 ? Cell.text(texts.text("none")) : Cell.whole(number);
  }
}
