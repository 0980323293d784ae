package parcelrecon.report.listed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An id without what people and spreadsheets change in it: full width, case, blanks and dashes,
 * zeros in front of a number. Two ids of one fold are near to each other, never equal.
 */
final class IdFold {

  private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Z}\\p{C}'\"_.-]+");
  private static final Pattern ZEROS_IN_FRONT = Pattern.compile("(?<![0-9])0+(?=[0-9])");
  private static final Pattern DECIMALS = Pattern.compile("(?<=[0-9])\\.0+$");

  private static final Pattern LETTERS_IN_FRONT = Pattern.compile("^[^0-9]+0*([0-9].*)$");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int NUMBER_DIGITS_MIN = 5;

  /** As spreadsheets show a number too long for a cell: 2.82819E+11. */
  private static final Pattern SHORTENED =
      Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]{1,3}");

  private IdFold() {}

  /** Empty when nothing is left. */
  static String of(String id) {
    String plain = Normalizer.normalize(id, Normalizer.Form.NFKC).strip();
    String whole = DECIMALS.matcher(plain).replaceAll("");
    String letters = LEFT_OUT.matcher(whole).replaceAll("").toUpperCase(Locale.ROOT);
    return ZEROS_IN_FRONT.matcher(letters).replaceAll("");
  }

  /**
   * The number of an id with letters in front, as people read it out; empty when it is not one, or
   * too short to tell parcels apart.
   */
  static String number(String id) {
    String number = LETTERS_IN_FRONT.matcher(of(id)).replaceAll("$1");
    return number.length() >= NUMBER_DIGITS_MIN && DIGITS.matcher(number).matches() ? number : "";
  }

  static boolean isShortened(String id) {
    return SHORTENED.matcher(Normalizer.normalize(id, Normalizer.Form.NFKC).strip()).matches();
  }
}
