package parcelrecon.report.text;

/** Text on its way into a cell of a CSV file or a sheet. */
public final class CellText {

  private CellText() {}

  /**
   * The text as a spreadsheet must get it: what it could take for a formula gets a leading '. Only
   * for texts; numbers go as they are. Absent stays absent.
   */
  public static String safe(String text) {
    return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
