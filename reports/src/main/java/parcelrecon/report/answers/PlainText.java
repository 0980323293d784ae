package parcelrecon.report.answers;

import parcelrecon.report.text.CellText;

/** A cell's text as it was before it was made safe for spreadsheets. */
final class PlainText {

  private PlainText() {}

  static String of(String cell) {
    String text = cell == null ? "" : cell.strip();
    boolean wasMadeSafe = text.startsWith("'") && CellText.safe(text.substring(1)).equals(text);
    return wasMadeSafe ? text.substring(1) : text;
  }
}
