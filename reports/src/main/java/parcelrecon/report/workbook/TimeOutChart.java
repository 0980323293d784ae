package parcelrecon.report.workbook;

import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The curve beside the table of time-outs: the shorter the time-out, the more shown as failed. */
final class TimeOutChart {

  private TimeOutChart() {}

  /**
   * @param place the table, time-outs and counts in its first two columns, and the room beside it
   */
  static void draw(Sheet sheet, CellRangeAddress place) {
    XSSFSheet drawnOn = (XSSFSheet) sheet;
    int first = place.getFirstColumn();
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            0,
            0,
            0,
            0,
            first + 2,
            place.getFirstRow() - 1,
            place.getLastColumn() + 1,
            place.getLastRow() + 1);
    anchor.setAnchorType(AnchorType.MOVE_AND_RESIZE);
    XSSFChart chart = drawnOn.createDrawingPatriarch().createChart(anchor);
    chart.setAutoTitleDeleted(true);
    XDDFCategoryAxis timeOuts = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis counts = chart.createValueAxis(AxisPosition.LEFT);
    counts.setCrossBetween(AxisCrossBetween.BETWEEN);
    counts.setMinimum(0);
    XDDFLineChartData lines =
        (XDDFLineChartData) chart.createData(ChartTypes.LINE, timeOuts, counts);
    lines.setVaryColors(false);
    XDDFLineChartData.Series curve =
        (XDDFLineChartData.Series)
            lines.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(drawnOn, column(place, first)),
                XDDFDataSourcesFactory.fromNumericCellRange(drawnOn, column(place, first + 1)));
    curve.setSmooth(false);
    curve.setMarkerStyle(MarkerStyle.CIRCLE);
    curve.setLineProperties(ChartInk.line(PresetColor.CRIMSON, 2, PresetLineDash.SOLID));
    chart.plot(lines);
  }

  private static CellRangeAddress column(CellRangeAddress rows, int column) {
    return new CellRangeAddress(rows.getFirstRow(), rows.getLastRow(), column, column);
  }
}
