package parcelrecon.report.datafix.change;

/**
 * Text that looks on a screen as the database gets it: valid Unicode without control characters,
 * line ends, or characters that only steer how others are shown (a right-to-left override would
 * show a reviewer another statement than the one that is run).
 */
public final class PlainText {

  private PlainText() {}

  public static boolean is(String text) {
    return text.codePoints().allMatch(PlainText::isShown);
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static void require(String name, String text) {
    if (!is(text)) {
      throw new IllegalArgumentException(name + " holds characters that are not shown");
    }
  }
}
