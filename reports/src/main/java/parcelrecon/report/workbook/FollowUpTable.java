package parcelrecon.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.poi.ss.util.CellRangeAddress;
import parcelrecon.outcome.Outcome;
import parcelrecon.report.followup.FollowUp;
import parcelrecon.report.followup.FollowUpWords;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;

/** The summary's figures at the time and now; nothing in a run that has nothing before it. */
final class FollowUpTable {

  private final Page page;
  private final Texts texts;
  private final Optional<FollowUp> followUp;
  private final RunView view;

  FollowUpTable(RunView view, Optional<FollowUp> followUp, Page page) {
    this.view = view;
    this.page = page;
    this.texts = view.texts();
    this.followUp = followUp;
  }

  /**
   * Writes it from a row on and tells the row after it.
   *
   * @param left the column of the figures
   * @param right the column of what became of the parcels
   * @param last the last column of the page
   */
  int write(int row, int left, int right, int last) {
    if (followUp.isEmpty()) {
      return row;
    }
    FollowUpWords words = new FollowUpWords(followUp.get(), texts, view.zone());
    page.put(row, left, words.text("heading"), Look.SECTION);
    page.paragraph(row + 1, left, last, words.summary(), Look.WRAPPED);
    int figures = figures(row + 2, left, words);
    int outcomes = outcomes(row + 2, right, words, followUp.get());
    return Math.max(figures, outcomes) + 1;
  }

  private int figures(int first, int column, FollowUpWords words) {
    int row = first;
    page.put(row, column, words.text("figures"), Look.HEADER);
    page.put(row, column + 1, "", Look.HEADER);
    page.put(row, column + 2, words.text("then"), Look.HEADER_RIGHT);
    page.put(row++, column + 3, words.text("now"), Look.HEADER_RIGHT);
    for (FollowUpWords.Count count : words.counts()) {
      name(row, column, count.name());
      page.line(row++, column + 2, Look.RIGHT, List.of(cell(count.then()), cell(count.now())));
    }
    for (FollowUpWords.Amount amount : words.amounts()) {
      name(row, column, amount.name());
      page.line(row, column + 2, Look.RIGHT, List.of(cell(amount.then()), cell(amount.now())));
      page.heighten(row++, Math.max(amount.then().size(), amount.now().size()));
    }
    return row;
  }

  private void name(int row, int column, String name) {
    page.block(new CellRangeAddress(row, row, column, column + 1), name, Look.PLAIN);
  }

  private Cell cell(OptionalLong number) {
    return number.isPresent() ? Cell.whole(number.getAsLong()) : Cell.text(texts.text("none"));
  }

  private Cell cell(Map<String, Long> minorByCurrency) {
    return minorByCurrency.isEmpty()
        ? Cell.text(texts.text("none"))
        : Cell.money(minorByCurrency, texts);
  }

  private int outcomes(int first, int column, FollowUpWords words, FollowUp of) {
    int row = first;
    page.headers(
        row++,
        column,
        List.of(words.text("outcomes"), words.text("parcels"), words.text("withLeft")));
    for (Map.Entry<Outcome, Totals.Outcomes> each : of.outcomes().entrySet()) {
      page.put(row, column, texts.name(each.getKey()), Look.PLAIN);
      page.line(
          row++,
          column + 1,
          Look.RIGHT,
          List.of(Cell.whole(each.getValue().parcels()), left(each.getValue())));
    }
    if (of.fresh() > 0) {
      page.put(row, column, words.text("notThen"), Look.PLAIN);
      page.put(row++, column + 1, Cell.whole(of.fresh()), Look.RIGHT);
    }
    return row;
  }

  private Cell left(Totals.Outcomes counts) {
    return counts.withLeft() == 0 ? Cell.text(texts.text("none")) : Cell.whole(counts.withLeft());
  }
}
