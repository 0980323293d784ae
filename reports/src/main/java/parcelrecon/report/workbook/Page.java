package parcelrecon.report.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** A sheet that is not one table: cells are put where they belong, block beside block. */
final class Page {

  private static final int WIDTH_UNITS = 256;

  private final Sheet sheet;
  private final CellPen pen;

  Page(Sheet sheet, CellPen pen) {
    this.sheet = sheet;
    this.pen = pen;
  }

  /** Says on every printed page which sheet it is of, and its number. */
  static void number(Sheet sheet) {
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
  }

  Sheet sheet() {
    return sheet;
  }

  void put(int row, int column, Cell cell, Look look) {
    pen.write(row(row), column, cell, look);
  }

  void put(int row, int column, String text, Look look) {
    put(row, column, Cell.text(text), look);
  }

  /** Cells beside each other. */
  void line(int row, int column, Look look, List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      put(row, column + i, cells.get(i), look);
    }
  }

  /** Headers; those after the first are of numbers. */
  void headers(int row, int column, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      put(row, column + i, texts.get(i), i == 0 ? Look.HEADER : Look.HEADER_RIGHT);
    }
  }

  /** A line of text as high as it needs. */
  void title(int row, int column, String text, Look look) {
    put(row, column, text, look);
    row(row).setHeightInPoints(TextHeight.points(1, look));
  }

  /** Makes a row high enough for so many lines. */
  void heighten(int row, int lines) {
    if (lines > 1) {
      row(row).setHeightInPoints(TextHeight.points(lines, Look.PLAIN));
    }
  }

  /** A text over several columns of one row, as high as it needs. */
  void paragraph(int row, int column, int lastColumn, String text, Look look) {
    put(row, column, text, look);
    sheet.addMergedRegion(new CellRangeAddress(row, row, column, lastColumn));
    int lines = TextHeight.lines(text, width(column, lastColumn), look);
    row(row).setHeightInPoints(TextHeight.points(lines, look));
  }

  /** A text over several columns and rows. */
  void block(CellRangeAddress place, String text, Look look) {
    put(place.getFirstRow(), place.getFirstColumn(), text, look);
    sheet.addMergedRegion(place);
  }

  /** How many rows of the standard height a text needs. */
  int rowsFor(String text, int column, int lastColumn) {
    int lines = TextHeight.lines(text, width(column, lastColumn), Look.WRAPPED);
    return (int)
        Math.ceil(TextHeight.points(lines, Look.WRAPPED) / sheet.getDefaultRowHeightInPoints());
  }

  private int width(int column, int lastColumn) {
    int characters = 0;
    for (int i = column; i <= lastColumn; i++) {
      characters += sheet.getColumnWidth(i) / WIDTH_UNITS;
    }
    return characters;
  }

  private Row row(int row) {
    Row there = sheet.getRow(row);
    return there == null ? sheet.createRow(row) : there;
  }
}
