package parcelrecon.report.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** A sheet that is not one table: cells are put where they belong, block beside block. */
final class Page {

  private final Sheet sheet;
  private final CellPen pen;

  Page(Sheet sheet, CellPen pen) {
    this.sheet = sheet;
    this.pen = pen;
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

  /** A text over several columns and as many lines as it needs. */
  void paragraph(int row, int column, int lastColumn, String text, Look look) {
    put(row, column, text, look);
    sheet.addMergedRegion(new CellRangeAddress(row, row, column, lastColumn));
    int characters = 0;
    for (int i = column; i <= lastColumn; i++) {
      characters += sheet.getColumnWidth(i) / 256;
    }
    double fitting = characters * 10.0 / look.points();
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += (int) Math.max(1, Math.ceil(line.length() * 1.05 / fitting));
    }
    float needed = lines * look.points() * 1.35f;
    Row target = row(row);
    target.setHeightInPoints(Math.max(target.getHeightInPoints(), needed));
  }

  private Row row(int row) {
    Row there = sheet.getRow(row);
    return there == null ? sheet.createRow(row) : there;
  }
}
