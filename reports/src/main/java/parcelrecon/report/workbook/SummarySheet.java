package parcelrecon.report.workbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import parcelrecon.model.Incident;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;

/**
 * The first sheet, one printed page. Beside the page stand the numbers behind its chart and the
 * options of the drop-downs of the other sheets.
 */
final class SummarySheet {

  static final int PHASES_MAX = 6;

  private static final int[] WIDTHS = {27, 10, 17, 19, 2, 52, 9, 10, 12, 11};
  private static final int LEFT = 0;
  private static final int RIGHT = 5;
  private static final int LAST = 9;
  private static final int NUMBERS = 12;
  private static final int CHOICES = NUMBERS + 4 + PHASES_MAX + 1;
  private static final int CHART_ROWS = 26;
  private static final int TABLES = 6;

  private final RunView view;
  private final Overview overview;
  private final Texts texts;

  SummarySheet(RunView view, Overview overview) {
    this.view = view;
    this.overview = overview;
    this.texts = view.texts();
  }

  /**
   * Writes the sheet, behind it that of the burn-down, and tells the ranges of the drop-downs'
   * options.
   */
  Map<Choice, String> write(XSSFWorkbook workbook, CellPen pen) {
    XSSFSheet sheet = workbook.createSheet(texts.text("sheet.summary"));
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.setDisplayGridlines(false);
    Page page = new Page(sheet, pen);
    SummaryWords words = new SummaryWords(view, overview);
    page.title(0, LEFT, words.title(), Look.TITLE);
    page.title(1, LEFT, words.when(), Look.NOTE);
    page.paragraph(3, LEFT, LAST, words.headline(), Look.HEADLINE);
    page.paragraph(4, LEFT, LAST, words.secondLine(), Look.WRAPPED);
    int first = new FollowUpTable(view, overview.followUp(), page).write(TABLES, LEFT, RIGHT, LAST);
    SummaryTables tables = new SummaryTables(view, overview, page);
    int right = new ComparisonTable(view, page).write(tables.right(first, RIGHT), RIGHT);
    int chart = Math.max(tables.left(first, LEFT), right) + 1;
    chart(page, sheet, chart);
    int last = notes(page, words, chart + CHART_ROWS + 1);
    printLayout(workbook, sheet, last);
    BurnDownSheet.write(workbook, pen, view);
    return choices(page, sheet);
  }

  private int notes(Page page, SummaryWords words, int row) {
    page.put(row, LEFT, texts.text("summary.notProvable"), Look.SECTION);
    page.put(row, RIGHT, texts.text("summary.next"), Look.SECTION);
    String left = bullets(words.notProvable());
    String right = bullets(words.nextSteps());
    int rows = Math.max(page.rowsFor(left, LEFT, RIGHT - 2), page.rowsFor(right, RIGHT, LAST));
    page.block(new CellRangeAddress(row + 1, row + rows, LEFT, RIGHT - 2), left, Look.WRAPPED);
    page.block(new CellRangeAddress(row + 1, row + rows, RIGHT, LAST), right, Look.WRAPPED);
    return row + rows;
  }

  private static String bullets(List<String> lines) {
    return lines.stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
  }

  private void chart(Page page, XSSFSheet sheet, int row) {
    MinuteBuckets buckets = MinuteBuckets.of(view.results());
    if (buckets.isNothing()) {
      page.put(row, LEFT, texts.text("chart.nothing"), Look.NOTE);
      return;
    }
    int phases = numbers(page, buckets);
    XSSFClientAnchor place =
        new XSSFClientAnchor(0, 0, 0, 0, LEFT, row, LAST + 1, row + CHART_ROWS);
    place.setAnchorType(AnchorType.MOVE_AND_RESIZE);
    String title =
        buckets.minutesEach() == 1
            ? texts.text("chart.title")
            : texts.text(
                "chart.titleBuckets", texts.duration(Duration.ofMinutes(buckets.minutesEach())));
    MinutesChart.draw(
        sheet,
        place,
        title,
        new MinutesChart.Numbers(2, 1 + buckets.points().size(), NUMBERS, phases));
  }

  /** Writes what the chart is drawn from and tells how many phases it marks. */
  private int numbers(Page page, MinuteBuckets buckets) {
    List<Incident.Phase> phases = view.incident().phases().stream().limit(PHASES_MAX).toList();
    page.put(0, NUMBERS, texts.text("chart.numbers"), Look.SECTION);
    List<Cell> titles = new ArrayList<>();
    for (String key : List.of("minute", "pickUps", "shownAsFailed", "messages")) {
      titles.add(Cell.text(texts.text("chart." + key)));
    }
    phases.forEach(phase -> titles.add(Cell.text(phase.label())));
    page.line(1, NUMBERS, Look.HEADER, titles);
    int row = 2;
    for (Totals.Minute point : buckets.points()) {
      page.line(row++, NUMBERS, Look.PLAIN, point(buckets, point, phases));
    }
    return phases.size();
  }

  private List<Cell> point(
      MinuteBuckets buckets, Totals.Minute point, List<Incident.Phase> phases) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(label(buckets, point.minute())));
    cells.add(Cell.whole(point.outbounds()));
    cells.add(Cell.whole(point.shownAsFailed()));
    cells.add(Cell.whole(point.events()));
    for (int i = 0; i < phases.size(); i++) {
      long height = Math.round(buckets.top() * (1.15 + 0.1 * i));
      cells.add(buckets.touches(point, phases.get(i)) ? Cell.whole(height) : Cell.BLANK);
    }
    return cells;
  }

  private String label(MinuteBuckets buckets, Instant minute) {
    boolean oneDay =
        view.day(buckets.points().get(0).minute())
            .equals(view.day(buckets.points().get(buckets.points().size() - 1).minute()));
    String time = texts.shortTime(minute, view.zone());
    return oneDay ? time : texts.date(minute, view.zone()) + " " + time;
  }

  private Map<Choice, String> choices(Page page, XSSFSheet sheet) {
    page.put(0, CHOICES, texts.text("choice.lists"), Look.SECTION);
    Map<Choice, String> ranges = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      int column = CHOICES + choice.ordinal();
      sheet.setColumnWidth(column, 24 * 256);
      page.put(1, column, texts.text("choice." + choice), Look.HEADER);
      List<String> options = choice.options(texts);
      for (int i = 0; i < options.size(); i++) {
        page.put(2 + i, column, options.get(i), Look.PLAIN);
      }
      CellRangeAddress range = new CellRangeAddress(2, 1 + options.size(), column, column);
      ranges.put(choice, range.formatAsString(sheet.getSheetName(), true));
    }
    return ranges;
  }

  private void printLayout(XSSFWorkbook workbook, XSSFSheet sheet, int last) {
    workbook.setPrintArea(workbook.getSheetIndex(sheet), LEFT, LAST, 0, last);
    sheet.setFitToPage(true);
    Page.number(sheet);
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 1);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
  }
}
