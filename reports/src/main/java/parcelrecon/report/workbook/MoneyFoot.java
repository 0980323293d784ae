package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;
import parcelrecon.rule.MismatchKind;

/**
 * What stands below the cases: sums that follow the filter, by currency, the proof that all cases
 * together are what the run counted, and the tie-out. What is to be collected and what is to be
 * refunded are never netted.
 */
final class MoneyFoot implements SheetWriter.Foot {

  /** A currency and side takes one row of sums and three of the tie-out; and some headings. */
  private static final int ROWS_A_CURRENCY = 4;

  private static final int ROWS_ELSE = 6;

  private final CellPen pen;
  private final Texts texts;
  private final List<String> headers;
  private final Map<String, Side> counted = new TreeMap<>();
  private final TieOutFoot tieOut;
  private final List<SheetWriter.Part> parts = new ArrayList<>();
  private Map<String, Side> onSheet = new TreeMap<>();
  private Map<String, Side> inAll = new TreeMap<>();

  /** Minor units. */
  private record Side(long toCollect, long toRefund) {
    static final Side NONE = new Side(0, 0);

    Side plus(Side other) {
      return new Side(toCollect + other.toCollect, toRefund + other.toRefund);
    }
  }

  MoneyFoot(Book book, List<String> headers) {
    this.pen = book.pen();
    this.texts = book.view().texts();
    this.headers = headers;
    this.tieOut = new TieOutFoot(book, index("toCollect"));
    book.view().results().totals().kinds().forEach(this::count);
  }

  private void count(MismatchKind kind, Totals.KindTotals totals) {
    var currencies = new TreeSet<>(totals.toCollectMinor().keySet());
    currencies.addAll(totals.toRefundMinor().keySet());
    for (String currency : currencies) {
      Side side =
          new Side(
              totals.toCollectMinor().getOrDefault(currency, 0L),
              totals.toRefundMinor().getOrDefault(currency, 0L));
      counted.merge(currency, side, Side::plus);
    }
  }

  int rows() {
    return ROWS_ELSE + ROWS_A_CURRENCY * counted.size() + tieOut.rows();
  }

  void add(MoneyCase each) {
    if (each.amounts().currency() != null) {
      Side side =
          new Side(
              each.toCollectMinor() == null ? 0 : each.toCollectMinor(),
              each.toRefundMinor() == null ? 0 : each.toRefundMinor());
      onSheet.merge(each.amounts().currency(), side, Side::plus);
      inAll.merge(each.amounts().currency(), side, Side::plus);
    }
  }

  @Override
  public void write(SheetWriter.Part part) {
    parts.add(part);
    if (part.isEmpty()) {
      return;
    }
    int row = part.below() + 1;
    for (String currency : counted.keySet()) {
      Side sums = onSheet.getOrDefault(currency, Side.NONE);
      Row target = part.sheet().createRow(row++);
      label(target, texts.text("money.shown", currency));
      sums(target, currency, sums, column -> shown(part, column, currency));
    }
    onSheet = new TreeMap<>();
  }

  /** Below the last sheet: the cases of all sheets against the run's own totals. */
  void tieOut(SheetWriter.Part last) {
    int row = last.below() + 2 + (last.isEmpty() ? 0 : counted.size());
    for (Map.Entry<String, Side> each : counted.entrySet()) {
      String currency = each.getKey();
      Side all = inAll.getOrDefault(currency, Side.NONE);
      Row cases = last.sheet().createRow(row++);
      label(cases, texts.text("money.allCases", currency));
      sums(cases, currency, all, column -> inAllParts(column, currency));
      Row run = last.sheet().createRow(row++);
      label(run, texts.text("money.runTotals", currency));
      amount(run, "toCollect", Cell.money(each.getValue().toCollect(), currency));
      amount(run, "toRefund", Cell.money(each.getValue().toRefund(), currency));
      Row difference = last.sheet().createRow(row++);
      label(difference, texts.text("money.tieOut", currency));
      int below = row - 1;
      sums(
          difference,
          currency,
          new Side(
              all.toCollect() - each.getValue().toCollect(),
              all.toRefund() - each.getValue().toRefund()),
          column -> column + (below - 1) + "-" + column + below);
    }
    tieOut.write(last.sheet(), row + 1, currency -> inAllParts(letters("notYetDue"), currency));
  }

  private interface FormulaOf {
    String column(String letters);
  }

  private void sums(Row row, String currency, Side sums, FormulaOf formula) {
    amount(
        row,
        "toCollect",
        new Cell.Formula(
            formula.column(letters("toCollect")), Cell.money(sums.toCollect(), currency)));
    amount(
        row,
        "toRefund",
        new Cell.Formula(
            formula.column(letters("toRefund")), Cell.money(sums.toRefund(), currency)));
  }

  private String shown(SheetWriter.Part part, String column, String currency) {
    String sums = range(part, column);
    if (counted.size() == 1) {
      return "SUBTOTAL(109," + sums + ")";
    }
    String first = column + "$" + (part.first() + 1);
    return "SUMPRODUCT(SUBTOTAL(109,OFFSET("
        + first
        + ",ROW("
        + sums
        + ")-ROW("
        + first
        + "),0)),"
        + "--("
        + range(part, letters("currency"))
        + "=\""
        + currency
        + "\"))";
  }

  private String inAllParts(String column, String currency) {
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .map(
            part -> {
              String sheet = "'" + part.sheet().getSheetName() + "'!";
              return "SUMIF("
                  + (sheet + range(part, letters("currency")))
                  + ",\""
                  + currency
                  + "\","
                  + (sheet + range(part, column))
                  + ")";
            })
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("+"), sum -> sum.isEmpty() ? "0" : sum));
  }

  private static String range(SheetWriter.Part part, String column) {
    return column + "$" + (part.first() + 1) + ":" + column + "$" + (part.last() + 1);
  }

  private String letters(String key) {
    return CellReference.convertNumToColString(index(key));
  }

  private int index(String key) {
    return headers.indexOf(texts.text("column." + key));
  }

  private void label(Row row, String text) {
    pen.write(row, 0, Cell.text(text), Look.TOTAL);
  }

  private void amount(Row row, String key, Cell cell) {
    pen.write(row, index(key), cell, Look.TOTAL);
  }
}
