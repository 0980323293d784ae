package parcelrecon.console.page;

/** What a page was asked for does not exist. */
public final class NotThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotThere() {
    super("not there", null, false, false);
  }
}
