package parcelrecon.report.workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.report.comparison.Compared;
import parcelrecon.report.comparison.Comparison;
import parcelrecon.report.comparison.ComparisonWords;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.rule.MismatchKind;

/** The summary's table of what is more than usual; nothing where nothing is compared. */
final class ComparisonTable {

  private static final int COLUMNS = 5;

  private final Page page;
  private final Texts texts;
  private final Optional<Comparison> comparison;

  ComparisonTable(RunView view, Page page) {
    this.page = page;
    this.texts = view.texts();
    this.comparison = Comparison.of(view.results());
  }

  /** Writes it below a row and tells the row after it. */
  int write(int row, int column) {
    return comparison.map(there -> write(there, row + 1, column)).orElse(row);
  }

  private int write(Comparison there, int first, int column) {
    ComparisonWords words = new ComparisonWords(there, texts);
    int last = column + COLUMNS - 1;
    int row = first;
    page.put(row++, column, words.text("heading"), Look.SECTION);
    page.paragraph(row++, column, last, words.windows(), Look.WRAPPED);
    if (words.obstacle().isPresent()) {
      page.paragraph(row++, column, last, words.obstacle().get(), Look.WRAPPED);
    }
    if (there.state() == Comparison.State.NOT_KNOWN) {
      return row;
    }
    page.headers(
        row++,
        column,
        Stream.of("found", "here", "then", "excess", "finding").map(words::text).toList());
    for (MismatchKind kind : there.seen()) {
      page.put(row, column, texts.name(kind), Look.PLAIN);
      page.line(row++, column + 1, Look.RIGHT, cells(there.kinds().get(kind), words));
    }
    page.paragraph(row++, column, last, words.text("method"), Look.WRAPPED);
    return row;
  }

  private List<Cell> cells(Compared compared, ComparisonWords words) {
    Optional<Compared.Then> then = compared.then();
    Cell unknown = Cell.text(texts.text("none"));
    return List.of(
        Cell.whole(compared.found()),
        then.map(each -> Cell.whole(each.found())).orElse(unknown),
        then.map(each -> Cell.whole(each.excess())).orElse(unknown),
        Cell.text(words.name(compared.finding())));
  }
}
