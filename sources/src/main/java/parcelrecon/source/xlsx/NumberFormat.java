package parcelrecon.source.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * What a cell's number format says about its number: a date and a time of day are numbers, too.
 *
 * @param digits how many digits are shown at least where the format is zeros only; else 0
 */
record NumberFormat(Kind kind, int digits) {

  enum Kind {
    NUMBER,
    /** A day; with the time of day where the number has one. */
    DATE,
    /** A time of day, with a date or without. */
    TIME
  }

  static final NumberFormat GENERAL = new NumberFormat(Kind.NUMBER, 0);

  /** Texts in quotes, escaped and skipped characters, fillings, colours, conditions, locales. */
  private static final Pattern NO_CODES =
      Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?!h+]|m+]|s+])[^]]*]|general|e[+-]");

  private static final Pattern PARTS_OF_SECONDS = Pattern.compile("s\\.0+");

  private static final Pattern DIGITS = Pattern.compile("[0#?]");

  private static final Pattern TIME = Pattern.compile("h|s|am/pm|a/p");

  /** The letters e, g and b are years and eras of other calendars, Minguo's among them. */
  private static final Pattern DATE = Pattern.compile("[ymdegb]");

  private static final Pattern ZEROS = Pattern.compile("0{2,}");

  static NumberFormat of(String code) {
    String codes = NO_CODES.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
    if (DIGITS.matcher(PARTS_OF_SECONDS.matcher(codes).replaceAll("s")).find()) {
      boolean isZeros = ZEROS.matcher(codes).matches();
      return isZeros ? new NumberFormat(Kind.NUMBER, codes.length()) : GENERAL;
    }
    if (TIME.matcher(codes).find()) {
      return new NumberFormat(Kind.TIME, 0);
    }
    return DATE.matcher(codes).find() ? new NumberFormat(Kind.DATE, 0) : GENERAL;
  }

  /** A format that workbooks only name by its number. */
  static NumberFormat builtIn(int id) {
    boolean isEastAsianDate = id >= 27 && id <= 36 || id >= 50 && id <= 58;
    if (isEastAsianDate) {
      return new NumberFormat(Kind.DATE, 0);
    }
    String code = BuiltinFormats.getBuiltinFormat(id);
    return code == null || code.startsWith("reserved") ? GENERAL : of(code);
  }
}
