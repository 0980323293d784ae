package parcelrecon.report.answers;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Finds the header of the call list in the rows of a sheet, and hands on the rows below it. */
final class CallListHandler implements XSSFSheetXMLHandler.SheetContentsHandler {

  private static final int COLUMNS_MAX = 1_000;

  private final String file;
  private final AnswerRows rows;
  private final List<String> cells = new ArrayList<>();
  private AnswerColumns columns;
  private boolean found;
  private long number;

  /** Ends the reading of a sheet that is not the call list. */
  static final class NoCallList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCallList() {
      super(null, null, false, false);
    }
  }

  CallListHandler(String file, AnswerRows rows) {
    this.file = file;
    this.rows = rows;
  }

  void nextSheet() {
    columns = null;
  }

  boolean foundAny() {
    return found;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
  }

  @Override
  public void cell(String reference, String text, XSSFComment comment) {
    int column = new CellReference(reference).getCol();
    if (column < COLUMNS_MAX) {
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(PlainText.of(text));
    }
  }

  @Override
  public void endRow(int row) {
    if (columns != null) {
      rows.add(row(row + 1));
      return;
    }
    columns = AnswerColumns.find(cells).orElse(null);
    found |= columns != null;
    if (columns == null && row >= WorkbookRows.HEADER_ROWS_MAX) {
      throw new NoCallList();
    }
  }

  private FilledRow row(int line) {
    return new FilledRow(
        ++number,
        file + " row " + line,
        columns.text(AnswerColumn.PARCEL_ID, cells),
        columns.text(AnswerColumn.ROW_ID, cells),
        columns.text(AnswerColumn.INCIDENT, cells),
        new FilledRow.Said(
            columns.text(AnswerColumn.CONTACT, cells),
            columns.text(AnswerColumn.ANSWER, cells),
            columns.text(AnswerColumn.WHEN_WHO, cells),
            "",
            columns.text(AnswerColumn.NOTE, cells)));
  }
}
