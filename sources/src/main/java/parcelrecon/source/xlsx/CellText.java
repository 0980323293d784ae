package parcelrecon.source.xlsx;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the text between tags, runs of several formats one after the other, and no more of it
 * than tells that it is too long.
 */
final class CellText {

  /** What a spreadsheet program allows. */
  static final int CHARACTERS_MAX = 32_767;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final StringBuilder text = new StringBuilder();

  void clear() {
    text.setLength(0);
  }

  void append(char[] characters, int start, int length) {
    text.append(characters, start, Math.min(length, CHARACTERS_MAX + 1 - text.length()));
  }

  static boolean isTooLong(String text) {
    return text.length() > CHARACTERS_MAX;
  }

  /** What a text means: {@code _x000D_} is a character that XML cannot hold. */
  static String unescaped(String text) {
    return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(CellText::character) : text;
  }

  private static String character(MatchResult escaped) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
