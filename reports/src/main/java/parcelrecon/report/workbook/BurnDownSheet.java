package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.report.burndown.BurnDown;
import parcelrecon.report.burndown.BurnDownWords;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.rule.MismatchClass;

/**
 * What is open, day by day: a chart, and below it the numbers it is drawn from. There is none in a
 * run that has nothing before it, nor where all of them say the same as of the same moment.
 */
final class BurnDownSheet {

  private static final int CHART_ROWS = 20;
  private static final int CHART_COLUMNS = 9;
  private static final int STEP_WIDTH = 16;
  private static final int AS_OF_WIDTH = 20;
  private static final int COLUMN_WIDTH = 15;

  /** The first column of a class. */
  private static final int CLASSES = 2;

  private final BurnDown burnDown;
  private final BurnDownWords words;
  private final Texts texts;

  private BurnDownSheet(BurnDown burnDown, RunView view) {
    this.burnDown = burnDown;
    this.texts = view.texts();
    this.words = new BurnDownWords(burnDown, texts, view.zone());
  }

  static String name(Texts texts) {
    return texts.text("sheet.burnDown");
  }

  /** Writes it, where there is something to see; a chart's numbers cannot stream. */
  static void write(XSSFWorkbook workbook, CellPen pen, RunView view) {
    BurnDown burnDown = BurnDown.of(view.results().openSeries(), view.zone());
    if (burnDown.isShown()) {
      new BurnDownSheet(burnDown, view).write(workbook.createSheet(name(view.texts())), pen);
    }
  }

  private void write(XSSFSheet sheet, CellPen pen) {
    sheet.setDisplayGridlines(false);
    List<String> heads = words.heads();
    for (int i = 0; i < Math.max(heads.size(), CHART_COLUMNS); i++) {
      int width = i == 0 ? STEP_WIDTH : i == 1 ? AS_OF_WIDTH : COLUMN_WIDTH;
      sheet.setColumnWidth(i, width * 256);
    }
    Page page = new Page(sheet, pen);
    int last = Math.max(heads.size(), CHART_COLUMNS) - 1;
    page.paragraph(0, 0, last, texts.text("lead.burnDown"), Look.NOTE);
    int row = 1;
    for (String note : words.notes()) {
      page.paragraph(row++, 0, last, note, Look.NOTE);
    }
    int header = row + CHART_ROWS + 1;
    page.headers(header, 0, heads);
    int next = header + 1;
    for (BurnDown.Step step : burnDown.steps()) {
      page.put(next, 0, words.label(step), Look.PLAIN);
      page.put(next, 1, Cell.text(words.asOf(step)), Look.RIGHT);
      page.line(next, CLASSES, Look.RIGHT, numbers(step));
      Sum all = step.open().sum();
      page.heighten(next++, Math.max(all.toCollectMinor().size(), all.toRefundMinor().size()));
    }
    chart(sheet, row, header, next - 1);
    printLayout(sheet);
  }

  private List<Cell> numbers(BurnDown.Step step) {
    List<Cell> cells = new ArrayList<>();
    for (MismatchClass about : burnDown.classes()) {
      cells.add(Cell.whole(step.open().sum(about).mismatches()));
    }
    Sum all = step.open().sum();
    cells.add(Cell.whole(all.mismatches()));
    cells.add(Cell.money(all.toCollectMinor(), texts));
    cells.add(Cell.money(all.toRefundMinor(), texts));
    return cells;
  }

  private void chart(XSSFSheet sheet, int row, int header, int last) {
    XSSFClientAnchor place =
        new XSSFClientAnchor(0, 0, 0, 0, 0, row, CHART_COLUMNS, row + CHART_ROWS);
    place.setAnchorType(AnchorType.MOVE_AND_RESIZE);
    BurnDownChart.draw(
        sheet,
        place,
        words.title(),
        new BurnDownChart.Numbers(header, last, CLASSES, burnDown.classes()));
  }

  private static void printLayout(XSSFSheet sheet) {
    Page.number(sheet);
    PrintSetup print = sheet.getPrintSetup();
    print.setLandscape(true);
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setFitToPage(true);
  }
}
