package parcelrecon.source.mapping;

/** What an event cannot be written for. Carries no stack trace. */
public final class NotWritable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String column;

  /**
   * @param column ours that cannot be written, or the site's field that must have a value
   */
  public NotWritable(String column) {
    super(column, null, false, false);
    this.column = column;
  }

  public String column() {
    return column;
  }
}
