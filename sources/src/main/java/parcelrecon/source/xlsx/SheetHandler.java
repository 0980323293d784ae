package parcelrecon.source.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * Reads the rows of a sheet, hidden ones too. A row or cell that does not say where it stands
 * follows the one before it. Memory is one row.
 */
final class SheetHandler extends PartHandler {

  static final int ROWS_MAX = 1_048_576;
  static final int COLUMNS_MAX = 16_384;

  private static final int LETTERS = 26;

  /** What the values of one row may hold together. */
  private static final int ROW_CHARACTERS_MAX = 2 << 20;

  /** Takes the rows of a sheet in their order. */
  interface Rows {

    /**
     * @return false when no more are wanted
     */
    boolean take(SheetRow row);
  }

  private final CellValues values;
  private final Rows rows;
  private final CellText text = new CellText();
  private List<Object> cells = new ArrayList<>();
  private long row;
  private int column;
  private String type;
  private int style;
  private boolean isFormula;
  private boolean hasText;
  private int rowCharacters;
  private boolean inSheet;
  private boolean inText;
  private boolean inPronunciation;

  SheetHandler(CellValues values, Rows rows) {
    this.values = values;
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    inSheet |= name.equals("sheetData");
    if (!inSheet) {
      return;
    }
    switch (name) {
      case "row" -> startRow(attributes.getValue("r"));
      case "c" -> startCell(attributes);
      case "f" -> isFormula = true;
      case "v" -> inText = true;
      case "rPh" -> inPronunciation = true;
      case "t" -> inText = !inPronunciation;
      default -> {}
    }
    hasText |= inText;
  }

  private void startRow(String number) throws SAXException {
    long next = number == null ? row + 1 : whole(number);
    if (next <= row || next > ROWS_MAX) {
      throw new SAXException("row " + next + " stands behind row " + row);
    }
    row = next;
    column = -1;
    cells = new ArrayList<>(cells.size());
    rowCharacters = 0;
  }

  private void startCell(Attributes attributes) throws SAXException {
    String place = attributes.getValue("r");
    int next = place == null ? column + 1 : column(place);
    if (next <= column || next >= COLUMNS_MAX) {
      throw new SAXException("a cell of row " + row + " stands out of its order");
    }
    column = next;
    type = attributes.getValue("t");
    String given = attributes.getValue("s");
    style = given == null ? 0 : (int) whole(given);
    isFormula = false;
    hasText = false;
    text.clear();
  }

  /** Letters, then the row's number, which is the row's own matter. */
  private static int column(String place) {
    int column = 0;
    for (int at = 0; at < place.length() && column <= COLUMNS_MAX; at++) {
      int letter = Character.toUpperCase(place.charAt(at)) - 'A';
      if (letter < 0 || letter >= LETTERS) {
        break;
      }
      column = column * LETTERS + letter + 1;
    }
    return column - 1;
  }

  private static long whole(String number) throws SAXException {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new SAXException("\"" + number + "\" is not a number of a row or style", e);
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inText) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    if (!inSheet) {
      return;
    }
    switch (name) {
      case "v", "t" -> inText = false;
      case "rPh" -> inPronunciation = false;
      case "c" -> endCell();
      case "row" -> endRow();
      case "sheetData" -> inSheet = false;
      default -> {}
    }
  }

  private void endCell() throws SAXException {
    Object value;
    try {
      value = values.value(type, style, hasText ? text.toString() : null, isFormula);
    } catch (IOException e) {
      throw new SAXException(e);
    }
    if (value == null) {
      return;
    }
    while (cells.size() < column) {
      cells.add(null);
    }
    cells.add(value);
    rowCharacters += value instanceof String found ? found.length() : 0;
    if (rowCharacters > ROW_CHARACTERS_MAX) {
      throw new SAXException(
          "row " + row + " holds more than " + ROW_CHARACTERS_MAX + " characters");
    }
  }

  private void endRow() throws SAXException {
    SheetRow whole = new SheetRow(row, cells);
    if (!whole.isEmpty() && !rows.take(whole)) {
      throw new Enough();
    }
  }
}
