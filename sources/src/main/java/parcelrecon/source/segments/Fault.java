package parcelrecon.source.segments;

/**
 * A place where a segment file cannot be read.
 *
 * @param file relative to the configuration's folder
 * @param first the first offset that may be missing
 * @param end the offset where the copy goes on; {@link #NEVER} when it does not
 * @param lostBytes from where the fault begins to the end of the file
 */
record Fault(Kind kind, String file, long first, long end, long lostBytes) {

  static final long NEVER = Long.MAX_VALUE;

  /** What is wrong with it. */
  enum Kind {
    /** The file ends within a batch. */
    CUT,
    /** Its bytes are not what a broker wrote. */
    DAMAGED
  }

  boolean touches(long from, long to) {
    return first < to && end > from;
  }
}
