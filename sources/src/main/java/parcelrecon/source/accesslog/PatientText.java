package parcelrecon.source.accesslog;

/**
 * A line that lets itself be looked at so often and no more: a pattern that goes through all ways
 * to split a line would never come to an end. Counted, not timed, so that every run says the same.
 */
final class PatientText implements CharSequence {

  /** Patterns without nested repetitions look at each character a few times. */
  static final int LOOKS_MAX = 2_000_000;

  private final String text;
  private int looks;

  /** Thrown out of the matching. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Exhausted() {
      super("looked at too often", null, false, false);
    }
  }

  PatientText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (++looks > LOOKS_MAX) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
