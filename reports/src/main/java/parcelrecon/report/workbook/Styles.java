package parcelrecon.report.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a workbook, each made once, when it is first asked for. */
final class Styles {

  static final String GENERAL = "General";
  static final String TEXT = "@";
  static final String WHOLE = "#,##0";

  private static final XSSFColor HEADER_FILL = color(0xDD, 0xE6, 0xF0);
  private static final XSSFColor BY_HAND_FILL = color(0xFF, 0xF7, 0xD6);
  private static final XSSFColor LINK_COLOR = color(0x05, 0x45, 0xAD);
  private static final XSSFColor LINE = color(0xBF, 0xBF, 0xBF);

  private final XSSFWorkbook workbook;
  private final String font;
  private final Map<Key, CellStyle> styles = new HashMap<>();
  private final Map<Look, XSSFFont> fonts = new HashMap<>();

  private record Key(Look look, String format) {}

  /**
   * @param font one that spreadsheets have for the language
   */
  Styles(XSSFWorkbook workbook, String font) {
    this.workbook = workbook;
    this.font = font;
  }

  CellStyle of(Look look, String format) {
    return styles.computeIfAbsent(new Key(look, format), this::make);
  }

  private CellStyle make(Key key) {
    XSSFCellStyle style = workbook.createCellStyle();
    Look look = key.look();
    style.setFont(fonts.computeIfAbsent(look, this::font));
    style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
    style.setVerticalAlignment(look.isHeader() ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
    style.setWrapText(look.isWrapped());
    if (look == Look.RIGHT || look == Look.HEADER_RIGHT) {
      style.setAlignment(HorizontalAlignment.RIGHT);
    } else if (look.isIndented() && key.format().equals(TEXT)) {
      style.setAlignment(HorizontalAlignment.LEFT);
      style.setIndention((short) 1);
    }
    if (look == Look.HEADER || look == Look.HEADER_RIGHT) {
      fill(style, HEADER_FILL);
    }
    if (look == Look.BY_HAND || look == Look.HEADER_BY_HAND) {
      fill(style, BY_HAND_FILL);
    }
    if (look == Look.TOTAL) {
      style.setBorderTop(BorderStyle.THIN);
    }
    return style;
  }

  private static void fill(XSSFCellStyle style, XSSFColor fill) {
    style.setFillForegroundColor(fill);
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(LINE);
    style.setBorderRight(BorderStyle.THIN);
    style.setRightBorderColor(LINE);
  }

  private XSSFFont font(Look look) {
    XSSFFont font = workbook.createFont();
    font.setFontName(this.font);
    font.setFontHeightInPoints(look.points());
    font.setBold(look.isBold());
    font.setItalic(look == Look.NOTE);
    if (look == Look.LINK) {
      font.setUnderline(FontUnderline.SINGLE);
      font.setColor(LINK_COLOR);
    }
    return font;
  }

  private static XSSFColor color(int red, int green, int blue) {
    return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue});
  }
}
