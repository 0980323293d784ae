package parcelrecon.source.mapping;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One canonical column, and where a site's row holds it.
 *
 * @param siteColumns several are joined with "-"
 * @param values the site's values to ours; "*" is any other, "" an absent one
 */
record Cell(
    String name, List<String> siteColumns, Optional<String> constant, Map<String, String> values) {

  private static final String ANY_OTHER = "*";

  /** A number is written out only as far as this many digits. */
  private static final int DIGITS_MAX = 60;

  private static final char NOT_DECODED = '\uFFFD';

  /** Padding, or the other half of UTF-16: an id with it is another id than the one meant. */
  private static final char NO_CHARACTER = '\0';

  Cell {
    siteColumns = List.copyOf(siteColumns);
    values = Map.copyOf(values);
  }

  /** What the row holds, by our values; null when absent. */
  Object value(RawRow row) {
    if (constant.isPresent()) {
      return present(constant.get());
    }
    Object seen = seen(row);
    return values.isEmpty() || seen instanceof List ? seen : translated(seen);
  }

  /** What the row holds, by the site's values; null when absent. */
  Object seen(RawRow row) {
    return siteColumns.size() == 1 ? single(row, siteColumns.get(0)) : joined(row);
  }

  /** The value as text; null when absent. */
  String text(RawRow row) {
    return textOf(name, value(row));
  }

  private Object single(RawRow row, String siteColumn) {
    return cellValue(row.value(siteColumn));
  }

  private Object joined(RawRow row) {
    StringBuilder text = new StringBuilder();
    int absent = 0;
    for (String siteColumn : siteColumns) {
      Object part = single(row, siteColumn);
      absent += part == null ? 1 : 0;
      text.append(text.isEmpty() ? "" : "-").append(part == null ? "" : textOf(name, part));
    }
    if (absent > 0 && absent < siteColumns.size()) {
      throw new Unreadable(
          name + " is joined of " + String.join(", ", siteColumns) + ", and not all are filled");
    }
    return absent > 0 ? null : text.toString();
  }

  private Object translated(Object seen) {
    if (seen == null) {
      return present(values.getOrDefault("", ""));
    }
    String ours = values.get(textOf(name, seen));
    if (ours == null) {
      ours = values.get(ANY_OTHER);
    }
    return ours == null ? seen : present(ours);
  }

  /**
   * The site's value that is read as ours, "" where that is an absent one; absent when there are
   * several, or any other would do.
   */
  Optional<String> siteValue(String ours) {
    List<String> theirs =
        values.entrySet().stream()
            .filter(entry -> entry.getValue().equals(ours))
            .map(Map.Entry::getKey)
            .filter(value -> !value.equals(ANY_OTHER) && !value.isEmpty())
            .toList();
    if (!theirs.isEmpty()) {
      return theirs.size() == 1 ? Optional.of(theirs.get(0)) : Optional.empty();
    }
    if (ours.equals(values.get(""))) {
      return Optional.of("");
    }
    boolean isReadAsIs = !values.containsKey(ours) && !values.containsKey(ANY_OTHER);
    return isReadAsIs ? Optional.of(ours) : Optional.empty();
  }

  /** An empty text is an absent one, and {@code ="…"} is what it holds. */
  static Object cellValue(Object seen) {
    return seen instanceof String text ? present(unwrapped(text)) : seen;
  }

  private static String present(String text) {
    return text.isEmpty() ? null : text;
  }

  static String unwrapped(String text) {
    boolean wrapped = text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"");
    return wrapped ? text.substring(2, text.length() - 1).replace("\"\"", "\"") : text;
  }

  /** A value as text; null when absent. */
  static String textOf(String column, Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      if (text.indexOf(NOT_DECODED) >= 0) {
        throw Unreadable.value(column, text, "holds bytes that are not of the source's charset");
      }
      if (text.indexOf(NO_CHARACTER) >= 0) {
        throw Unreadable.value(column, text, "holds the character U+0000");
      }
      if (holdsHalfACharacter(text)) {
        throw Unreadable.value(column, text, "holds half of a character");
      }
      return text;
    }
    if (value instanceof Number number) {
      return numberText(column, number);
    }
    if (value instanceof Boolean || value instanceof Temporal || value instanceof UUID) {
      return value.toString();
    }
    if (value instanceof UnreadableValue unreadable) {
      throw Unreadable.value(column, unreadable.text(), unreadable.reason());
    }
    if (value instanceof RequestColumns.Undecoded undecoded) {
      throw Unreadable.value(column, undecoded.text(), "is not percent-encoded UTF-8");
    }
    throw new Unreadable(column + " is neither a text nor a number");
  }

  /** JSON can name one half of UTF-16's pairs; in UTF-8 it would become a question mark. */
  private static boolean holdsHalfACharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static String numberText(String column, Number number) {
    if (number instanceof Integer || number instanceof Long) {
      return number.toString();
    }
    BigDecimal decimal = decimal(column, number);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /** A number as it was written, never by way of binary fractions. */
  static BigDecimal decimal(String column, Number number) {
    try {
      BigDecimal decimal =
          number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
      if (decimal.precision() + Math.abs((long) decimal.scale()) > DIGITS_MAX) {
        throw Unreadable.value(column, number, "has too many digits");
      }
      return decimal;
    } catch (NumberFormatException e) {
      throw Unreadable.value(column, number, "is not a number");
    }
  }
}
