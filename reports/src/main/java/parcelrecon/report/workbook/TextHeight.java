package parcelrecon.report.workbook;

/**
 * How high a row must be for its text. Spreadsheets could find out themselves, but not all do when
 * they open a file.
 */
final class TextHeight {

  private static final double LINE_OF_A_POINT = 1.35;

  /** A column is measured in digits; letters are narrower. */
  private static final double LETTERS_OF_A_DIGIT = 1.25;

  /** The room a column needs beside its text. */
  private static final double MARGIN_CHARACTERS = 1.5;

  /** A character of Chinese, in letters: as wide as the text is high, which is 1.9 digits. */
  private static final double WIDE = 2.4;

  private static final char FIRST_WIDE = '\u1100';

  private TextHeight() {}

  /**
   * @param width in characters of the standard size
   */
  static int lines(String text, double width, Look look) {
    double fitting =
        Math.max(1, (width - MARGIN_CHARACTERS) * LETTERS_OF_A_DIGIT * 10 / look.points());
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += (int) Math.max(1, Math.ceil(characters(line) / fitting));
    }
    return lines;
  }

  static float points(int lines, Look look) {
    return (float) (lines * look.points() * LINE_OF_A_POINT + 2);
  }

  private static double characters(String text) {
    return text.length() + text.chars().filter(each -> each >= FIRST_WIDE).count() * (WIDE - 1);
  }
}
