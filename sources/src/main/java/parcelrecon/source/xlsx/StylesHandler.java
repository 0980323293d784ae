package parcelrecon.source.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads the number format of every cell style, and nothing else of the styles. */
final class StylesHandler extends PartHandler {

  private static final int STYLES_MAX = 100_000;

  private final Map<Integer, NumberFormat> custom = new HashMap<>();
  private final List<NumberFormat> styles = new ArrayList<>();
  private boolean inFormats;
  private boolean inStyles;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    switch (name) {
      case "numFmts" -> inFormats = true;
      case "cellXfs" -> inStyles = true;
      case "numFmt" -> addFormat(attributes);
      case "xf" -> addStyle(attributes);
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    inFormats &= !name.equals("numFmts");
    inStyles &= !name.equals("cellXfs");
  }

  private void addFormat(Attributes attributes) throws SAXException {
    String code = attributes.getValue("formatCode");
    if (inFormats && code != null) {
      custom.put(number(attributes), NumberFormat.of(code));
      checkCount(custom.size());
    }
  }

  private void addStyle(Attributes attributes) throws SAXException {
    if (inStyles) {
      int id = number(attributes);
      styles.add(custom.containsKey(id) ? custom.get(id) : NumberFormat.builtIn(id));
      checkCount(styles.size());
    }
  }

  private static int number(Attributes attributes) throws SAXException {
    String id = attributes.getValue("numFmtId");
    try {
      return id == null ? 0 : Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw new SAXException("a style names no number format", e);
    }
  }

  private static void checkCount(int count) throws SAXException {
    if (count > STYLES_MAX) {
      throw new SAXException("it has more than " + STYLES_MAX + " styles");
    }
  }

  /** The format of a cell style; a workbook may leave all styles out. */
  NumberFormat format(int style) {
    return style >= 0 && style < styles.size() ? styles.get(style) : NumberFormat.GENERAL;
  }
}
