package parcelrecon.report.answers;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/**
 * Finds the header of the call list in the rows of a sheet, and hands on the rows below it; of a
 * sheet Money it sees what was filled in.
 */
final class CallListHandler implements XSSFSheetXMLHandler.SheetContentsHandler {

  private static final int COLUMNS_MAX = 1_000;

  private final AnswerRows rows;
  private final List<String> cells = new ArrayList<>();
  private String sheet = "";
  private AnswerColumns columns;
  private MoneyByHand money;
  private boolean found;
  private long number;

  /** Ends the reading of a sheet that is not the call list. */
  static final class NoCallList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCallList() {
      super(null, null, false, false);
    }
  }

  /** Carries an end of the whole reading through a parser. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Unreadable.Ended why;

    Stopped(Unreadable.Ended why) {
      super(why);
      this.why = why;
    }

    Unreadable.Ended why() {
      return why;
    }
  }

  CallListHandler(AnswerRows rows) {
    this.rows = rows;
  }

  void nextSheet(String name) {
    sheet = name;
    columns = null;
    money = null;
  }

  @Override
  public void endSheet() {
    if (money != null) {
      money.remark().ifPresent(rows::notRead);
    }
  }

  boolean foundAny() {
    return found;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
  }

  /**
   * @param reference null where the file leaves it out: then it is the next cell
   */
  @Override
  public void cell(String reference, String text, XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (column < COLUMNS_MAX) {
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, PlainText.of(text));
    }
  }

  @Override
  public void endRow(int row) {
    if (columns != null) {
      add(row(row + 1));
    } else if (money != null) {
      money.add(row + 1, cells);
    } else {
      findHeader(row);
    }
  }

  private void findHeader(int row) {
    columns = AnswerColumns.find(cells).orElse(null);
    found |= columns != null;
    money = MoneyByHand.find(sheet, cells).orElse(null);
    if (columns == null && money == null && row >= WorkbookRows.HEADER_ROWS_MAX) {
      throw new NoCallList();
    }
  }

  private void add(FilledRow row) {
    try {
      rows.add(row);
    } catch (Unreadable.Ended e) {
      throw new Stopped(e);
    }
  }

  private FilledRow row(int line) {
    AnswerColumns at = columns;
    String name = sheet;
    return new FilledRow(
        ++number,
        column -> SheetCells.name(name, at.indexOf(column).orElse(0), line),
        columns.text(AnswerColumn.PARCEL_ID, cells),
        columns.text(AnswerColumn.ROW_ID, cells),
        columns.text(AnswerColumn.INCIDENT, cells),
        columns.text(AnswerColumn.ROW_VERSION, cells),
        new FilledRow.Said(
            columns.text(AnswerColumn.CONTACT, cells),
            columns.text(AnswerColumn.ANSWER, cells),
            columns.text(AnswerColumn.WHEN_WHO, cells),
            "",
            columns.text(AnswerColumn.NOTE, cells)));
  }
}
