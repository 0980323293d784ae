package parcelrecon.source.file;

/**
 * Finds where the records of a stream of bytes end, without building them. Keeps its place between
 * calls; one per stream.
 */
public interface RecordScanner {

  /** What {@link #end} returns when the record goes on. */
  int GOES_ON = -1;

  /**
   * @param from where the last call stopped: at the end it returned, else at its {@code to}
   * @return the index after the record's line break, or {@link #GOES_ON} when it is not among the
   *     bytes from {@code from} to before {@code to}
   */
  int end(byte[] bytes, int from, int to);

  /** How many line breaks there were since the last call of this method. */
  long takeLines();

  /** Whether the last byte seen ends a record already, should no other follow. */
  boolean endsHere();

  /** Whether the last byte seen is inside quotes. */
  boolean isQuoteOpen();
}
