package parcelrecon.console.review;

/** What a reviewer sent cannot be done; nothing was. */
public final class ReviewRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key of the text that says why
   */
  ReviewRefused(String key, Object... arguments) {
    super(key, null, false, false);
    this.key = key;
    this.arguments = arguments;
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments;
  }
}
