package parcelrecon.report.workbook;

import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xssf.usermodel.XSSFChart;

/** The lines, fills and titles of charts; always said, as LibreOffice draws nothing without. */
final class ChartInk {

  private ChartInk() {}

  static XDDFSolidFillProperties fill(PresetColor color) {
    return new XDDFSolidFillProperties(XDDFColor.from(color));
  }

  static XDDFLineProperties noLine() {
    return new XDDFLineProperties(new XDDFNoFillProperties());
  }

  static XDDFLineProperties line(PresetColor color, double points, PresetLineDash dash) {
    XDDFLineProperties line = new XDDFLineProperties(fill(color));
    line.setWidth(points);
    line.setPresetDash(new XDDFPresetLineDash(dash));
    return line;
  }

  /** POI marks a title with the machine's language, and the bytes would differ with it. */
  static void title(XSSFChart chart, String title) {
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    chart
        .getCTChart()
        .getTitle()
        .getTx()
        .getRich()
        .getPArray(0)
        .getRArray(0)
        .getRPr()
        .setLang("en-US");
  }
}
