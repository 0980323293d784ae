package parcelrecon.report.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Pick-ups, what was shown as failed, and messages per minute, with the phases as bars along the
 * top. Drawn from numbers on the same sheet. Every series says its line and fill itself: without,
 * LibreOffice draws it empty. Series differ in shape too, not in colour alone.
 */
final class MinutesChart {

  private static final List<PresetColor> PHASE_COLORS =
      List.of(
          PresetColor.GRAY,
          PresetColor.PURPLE,
          PresetColor.DARK_ORANGE,
          PresetColor.DARK_CYAN,
          PresetColor.TEAL,
          PresetColor.OLIVE);

  private final XSSFSheet sheet;
  private final XSSFChart chart;
  private final Numbers numbers;

  /**
   * Where the numbers stand: the minute, pick-ups, shown as failed, messages, then a column for
   * each phase; titles in the row above.
   */
  record Numbers(int firstRow, int lastRow, int firstColumn, int phases) {}

  private MinutesChart(XSSFSheet sheet, XSSFClientAnchor place, Numbers numbers) {
    this.sheet = sheet;
    this.chart = sheet.createDrawingPatriarch().createChart(place);
    this.numbers = numbers;
  }

  static void draw(XSSFSheet sheet, XSSFClientAnchor place, String title, Numbers numbers) {
    MinutesChart drawn = new MinutesChart(sheet, place, numbers);
    ChartInk.title(drawn.chart, title);
    drawn.chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    drawn.chart.displayBlanksAs(DisplayBlanks.GAP);
    drawn.plot();
  }

  private void plot() {
    XDDFCategoryAxis minutes = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis counts = chart.createValueAxis(AxisPosition.LEFT);
    counts.setCrossBetween(AxisCrossBetween.BETWEEN);
    counts.setMinimum(0);
    XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, minutes, counts);
    bars.setBarDirection(BarDirection.COL);
    bars.setGapWidth(20);
    bars.setVaryColors(false);
    XDDFChartData.Series failed = series(bars, 2);
    failed.setFillProperties(ChartInk.fill(PresetColor.CRIMSON));
    failed.setLineProperties(ChartInk.noLine());
    chart.plot(bars);

    XDDFLineChartData lines =
        (XDDFLineChartData) chart.createData(ChartTypes.LINE, minutes, counts);
    lines.setVaryColors(false);
    line(lines, 1, ChartInk.line(PresetColor.NAVY, 2, PresetLineDash.SOLID), MarkerStyle.NONE);
    line(lines, 3, ChartInk.line(PresetColor.DARK_GREEN, 2, PresetLineDash.DASH), MarkerStyle.NONE);
    for (int i = 0; i < numbers.phases(); i++) {
      PresetColor color = PHASE_COLORS.get(i % PHASE_COLORS.size());
      line(lines, 4 + i, ChartInk.line(color, 6, PresetLineDash.SOLID), MarkerStyle.SQUARE);
    }
    chart.plot(lines);
  }

  private void line(
      XDDFLineChartData lines, int column, XDDFLineProperties line, MarkerStyle marker) {
    XDDFLineChartData.Series series = (XDDFLineChartData.Series) series(lines, column);
    series.setSmooth(false);
    series.setMarkerStyle(marker);
    series.setLineProperties(line);
  }

  private XDDFChartData.Series series(XDDFChartData data, int column) {
    int at = numbers.firstColumn() + column;
    XDDFDataSource<String> minutes =
        XDDFDataSourcesFactory.fromStringCellRange(sheet, rows(numbers.firstColumn()));
    XDDFNumericalDataSource<Double> counts =
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, rows(at));
    XDDFChartData.Series series = data.addSeries(minutes, counts);
    int titles = numbers.firstRow() - 1;
    series.setTitle(
        sheet.getRow(titles).getCell(at).getStringCellValue(),
        new CellReference(sheet.getSheetName(), titles, at, true, true));
    return series;
  }

  private CellRangeAddress rows(int column) {
    return new CellRangeAddress(numbers.firstRow(), numbers.lastRow(), column, column);
  }
}
