package parcelrecon.source.mapping;

/** What makes a row a reject; carries the reason, and no stack trace. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How much of a value a reason shows. */
  private static final int SHOWN_CHARACTERS_MAX = 60;

  Unreadable(String reason) {
    super(reason, null, false, false);
  }

  /** For example {@code amount "12,50" is not a decimal, expected e.g. 12.50}. */
  static Unreadable value(String column, Object seen, String what) {
    return new Unreadable(column + " " + quoted(seen) + " " + what);
  }

  private static String quoted(Object seen) {
    String text = String.valueOf(seen);
    return text.length() <= SHOWN_CHARACTERS_MAX
        ? "\"" + text + "\""
        : "\"" + text.substring(0, SHOWN_CHARACTERS_MAX) + "…\"";
  }
}
