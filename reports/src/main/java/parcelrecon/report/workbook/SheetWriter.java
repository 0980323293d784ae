package parcelrecon.report.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Writes the rows of one sheet, and goes on with "NAME (2)" where a sheet is full. */
final class SheetWriter<T> {

  private static final int WIDTH_UNITS = 256;

  /** How much of a sheet's width can still be read on one page. */
  private static final int PAGE_CHARACTERS = 220;

  private static final int HEADER_MARGIN_POINTS = 4;

  private final Book book;
  private final SheetPlan<T> plan;
  private final Foot foot;
  private SXSSFSheet sheet;
  private int parts;
  private int nextRow;
  private long rows;

  /** What stands below the rows of a sheet. */
  interface Foot {
    Foot NONE = part -> {};

    void write(Part part);
  }

  /**
   * The rows of one sheet.
   *
   * @param first its first row of data, counted from 0
   * @param last its last one; less than {@code first} when there is none
   * @param below the first row that is free
   */
  record Part(SXSSFSheet sheet, int first, int last, int below) {
    boolean isEmpty() {
      return last < first;
    }
  }

  /** Where a row was written: the sheet's name and the row as a spreadsheet counts it. */
  record Place(String sheet, int row) {}

  SheetWriter(Book book, SheetPlan<T> plan) {
    this(book, plan, Foot.NONE);
  }

  SheetWriter(Book book, SheetPlan<T> plan, Foot foot) {
    this.book = book;
    this.plan = plan;
    this.foot = foot;
    begin();
  }

  Place write(T row) {
    if (nextRow >= book.rowsMax() - plan.footRows()) {
      finish();
      begin();
    }
    Row target = sheet.createRow(nextRow++);
    rows++;
    List<Column<T>> columns = plan.columns();
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      Cell cell = column.cell().apply(row);
      book.pen().write(target, i, cell, cell instanceof Cell.Formula ? Look.LINK : look(column));
      lines = Math.max(lines, lines(cell, column));
    }
    target.setHeightInPoints(TextHeight.points(lines, Look.PLAIN));
    return new Place(sheet.getSheetName(), nextRow);
  }

  long rows() {
    return rows;
  }

  private static int lines(Cell cell, Column<?> column) {
    return cell instanceof Cell.Text text && column.use() == Column.Use.WRAPPED
        ? TextHeight.lines(text.text(), column.width(), Look.WRAPPED)
        : 1;
  }

  private static Look look(Column<?> column) {
    return switch (column.use()) {
      case SHOWN, HIDDEN -> Look.PLAIN;
      case WRAPPED -> Look.WRAPPED;
      case BY_HAND -> Look.BY_HAND;
    };
  }

  private void begin() {
    parts++;
    SXSSFSheet before = sheet;
    sheet =
        before == null
            ? book.sheet(plan.name())
            : book.sheetAfter(before, plan.name() + " (" + parts + ")");
    nextRow = 0;
    for (String note : plan.notes()) {
      book.pen().write(sheet.createRow(nextRow++), 0, Cell.text(note), Look.NOTE);
    }
    header(sheet.createRow(nextRow++));
    sheet.createFreezePane(0, nextRow);
    printLayout();
  }

  private void header(Row row) {
    List<Column<T>> columns = plan.columns();
    int lines = 2;
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      boolean byHand = column.use() == Column.Use.BY_HAND;
      book.pen()
          .write(row, i, Cell.text(column.header()), byHand ? Look.HEADER_BY_HAND : Look.HEADER);
      sheet.setColumnWidth(i, column.width() * WIDTH_UNITS);
      sheet.setColumnHidden(i, column.use() == Column.Use.HIDDEN);
      if (column.use() != Column.Use.HIDDEN) {
        lines = Math.max(lines, TextHeight.lines(column.header(), column.width(), Look.HEADER));
      }
    }
    row.setHeightInPoints(TextHeight.points(lines, Look.HEADER) + HEADER_MARGIN_POINTS);
  }

  private void printLayout() {
    PrintSetup print = sheet.getPrintSetup();
    print.setLandscape(true);
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setFitWidth((short) pagesWide());
    print.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setRepeatingRows(new CellRangeAddress(headerRow(), headerRow(), -1, -1));
    if (pagesWide() > 1) {
      int id = parcelColumn();
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, id, id));
    }
    Page.number(sheet);
  }

  private int pagesWide() {
    int characters =
        plan.columns().stream()
            .filter(column -> column.use() != Column.Use.HIDDEN)
            .mapToInt(Column::width)
            .sum();
    return (characters + PAGE_CHARACTERS - 1) / PAGE_CHARACTERS;
  }

  /** The column that says on every page which parcel a row is about; the first where none does. */
  private int parcelColumn() {
    String header = book.view().texts().text("column.parcelId");
    return Math.max(0, plan.columns().stream().map(Column::header).toList().indexOf(header));
  }

  private int headerRow() {
    return plan.notes().size();
  }

  /** Ends the sheet: its filter, its drop-downs and its foot. */
  Part finish() {
    int first = headerRow() + 1;
    int last = nextRow - 1;
    sheet.setAutoFilter(
        new CellRangeAddress(headerRow(), Math.max(last, headerRow()), 0, lastColumn()));
    if (last < first) {
      String nothing = book.view().texts().text("sheet.nothing");
      book.pen().write(sheet.createRow(nextRow++), 0, Cell.text(nothing), Look.NOTE);
    } else {
      dropDowns(first, last);
    }
    Part part = new Part(sheet, first, last, nextRow);
    foot.write(part);
    return part;
  }

  private int lastColumn() {
    return plan.columns().size() - 1;
  }

  private void dropDowns(int first, int last) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (int i = 0; i < plan.columns().size(); i++) {
      Choice choice = plan.columns().get(i).choice().orElse(null);
      if (choice != null) {
        DataValidation validation =
            helper.createValidation(
                helper.createFormulaListConstraint(book.range(choice)),
                new CellRangeAddressList(first, last, i, i));
        validation.setSuppressDropDownArrow(true); // in this format, true shows the arrow
        validation.setShowErrorBox(true);
        validation.createErrorBox(
            plan.columns().get(i).header(), book.view().texts().text("choice.error"));
        sheet.addValidationData(validation);
      }
    }
  }
}
