package parcelrecon.report.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import parcelrecon.rule.MismatchClass;

/**
 * What is open, a line for each class and one for all. Drawn from numbers on the same sheet. Lines
 * differ in their dashes and marks too, not in colour alone.
 */
final class BurnDownChart {

  /** How a line looks. */
  private record Ink(PresetColor color, double points, PresetLineDash dash, MarkerStyle mark) {}

  private static final Ink ALL =
      new Ink(PresetColor.BLACK, 2.5, PresetLineDash.SOLID, MarkerStyle.NONE);

  private BurnDownChart() {}

  /**
   * Where the numbers stand: labels in the first column, a column for each class, then that of all.
   *
   * @param header the row of the titles; the numbers follow
   * @param firstColumn of the first class
   */
  record Numbers(int header, int lastRow, int firstColumn, List<MismatchClass> classes) {}

  static void draw(XSSFSheet sheet, XSSFClientAnchor place, String title, Numbers numbers) {
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
    ChartInk.title(chart, title);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    XDDFCategoryAxis steps = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis counts = chart.createValueAxis(AxisPosition.LEFT);
    counts.setCrossBetween(AxisCrossBetween.BETWEEN);
    counts.setMinimum(0);
    XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, steps, counts);
    lines.setVaryColors(false);
    int column = numbers.firstColumn();
    for (MismatchClass about : numbers.classes()) {
      line(sheet, lines, numbers, column++, ink(about));
    }
    line(sheet, lines, numbers, column, ALL);
    chart.plot(lines);
  }

  private static Ink ink(MismatchClass about) {
    return switch (about) {
      case COUNTER -> new Ink(PresetColor.NAVY, 2, PresetLineDash.SOLID, MarkerStyle.SQUARE);
      case MONEY -> new Ink(PresetColor.CRIMSON, 2, PresetLineDash.SOLID, MarkerStyle.CIRCLE);
      case GOODS -> new Ink(PresetColor.DARK_ORANGE, 2, PresetLineDash.DASH, MarkerStyle.TRIANGLE);
      case DOWNSTREAM ->
          new Ink(PresetColor.DARK_GREEN, 2, PresetLineDash.DASH, MarkerStyle.DIAMOND);
      case INFO -> new Ink(PresetColor.GRAY, 2, PresetLineDash.DOT, MarkerStyle.X);
    };
  }

  private static void line(
      XSSFSheet sheet, XDDFLineChartData lines, Numbers numbers, int column, Ink ink) {
    XDDFLineChartData.Series series =
        (XDDFLineChartData.Series)
            lines.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(sheet, rows(numbers, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, rows(numbers, column)));
    series.setTitle(
        sheet.getRow(numbers.header()).getCell(column).getStringCellValue(),
        new CellReference(sheet.getSheetName(), numbers.header(), column, true, true));
    series.setSmooth(false);
    series.setMarkerStyle(ink.mark());
    series.setLineProperties(ChartInk.line(ink.color(), ink.points(), ink.dash()));
  }

  private static CellRangeAddress rows(Numbers numbers, int column) {
    return new CellRangeAddress(numbers.header() + 1, numbers.lastRow(), column, column);
  }
}
