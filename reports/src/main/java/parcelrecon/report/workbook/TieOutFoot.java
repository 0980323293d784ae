package parcelrecon.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import parcelrecon.model.Currencies;
import parcelrecon.model.SourceName;
import parcelrecon.report.text.Texts;
import parcelrecon.results.TieOut;
import parcelrecon.rule.JudgingContext;

/**
 * What all COD pick-ups leave open, and the terms that explain it, one below the other in one
 * column; what is not explained must be 0.
 */
final class TieOutFoot {

  private static final List<String> TERMS =
      List.of("collect", "refund", "withinTolerance", "notDue", "settledByReceipt");

  private static final int ROWS_A_CURRENCY = TERMS.size() + 4;

  private final CellPen pen;
  private final Texts texts;
  private final int column;
  private final Optional<SortedMap<String, TieOut>> sums;
  private final JudgingContext context;

  /**
   * @param column where amounts stand
   */
  TieOutFoot(Book book, int column) {
    this.pen = book.pen();
    this.texts = book.view().texts();
    this.column = column;
    this.sums = book.view().results().tieOut();
    this.context = book.view().context();
  }

  int rows() {
    return 1 + ROWS_A_CURRENCY * sums.map(SortedMap::size).orElse(0);
  }

  /**
   * @param notDue the formula that adds up, on all sheets, what is not yet due in a currency
   */
  void write(Sheet sheet, int first, UnaryOperator<String> notDue) {
    String note = sums.isPresent() ? "tieOut.note" : absent(context);
    pen.write(sheet.createRow(first), 0, Cell.text(texts.text(note)), Look.NOTE);
    int row = first + 1;
    for (Map.Entry<String, TieOut> each : sums.map(Map::entrySet).orElse(java.util.Set.of())) {
      write(sheet, row, each.getKey(), each.getValue(), notDue.apply(each.getKey()));
      row += ROWS_A_CURRENCY;
    }
  }

  /** Why there is none. */
  static String absent(JudgingContext context) {
    return context.sources().has(SourceName.PAYMENTS) ? "tieOut.notKept" : "tieOut.noPayments";
  }

  private void write(Sheet sheet, int first, String currency, TieOut tieOut, String notDue) {
    line(sheet, first, texts.text("tieOut.dueMinusPaid", currency), Look.TOTAL)
        .put(Cell.money(tieOut.dueMinusPaidMinor(), currency));
    int row = first + 1;
    for (int term = 0; term < TERMS.size(); term++) {
      Cell amount = Cell.money(tieOut.terms().get(term), currency);
      line(sheet, row++, texts.text("tieOut." + TERMS.get(term)), Look.PLAIN)
          .put(TERMS.get(term).equals("notDue") ? new Cell.Formula(notDue, amount) : amount);
    }
    String explained = "SUM(" + cell(first + 1) + ":" + cell(row - 1) + ")";
    line(sheet, row, texts.text("tieOut.explained", currency), Look.TOTAL)
        .put(new Cell.Formula(explained, Cell.money(tieOut.explainedMinor(), currency)));
    long difference = Math.subtractExact(tieOut.dueMinusPaidMinor(), tieOut.explainedMinor());
    String formula =
        "ROUND(" + cell(first) + "-" + cell(row) + "," + Currencies.decimals(currency) + ")";
    line(sheet, row + 1, texts.text("tieOut.difference", currency), Look.TOTAL)
        .put(new Cell.Formula(formula, Cell.money(difference, currency)));
  }

  /** A row with its label, whose amount is still to be put. */
  private interface Line {
    void put(Cell amount);
  }

  private Line line(Sheet sheet, int number, String label, Look look) {
    Row row = sheet.createRow(number);
    pen.write(row, 0, Cell.text(label), look);
    return amount -> pen.write(row, column, amount, look);
  }

  private String cell(int row) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }
}
