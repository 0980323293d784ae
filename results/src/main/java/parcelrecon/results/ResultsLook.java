package parcelrecon.results;

/**
 * Whether a results database could be opened now.
 *
 * @param where for messages; without user, password and settings
 */
public record ResultsLook(String where, State state) {

  /** How it was found. */
  public enum State {
    OPENS,
    /** The first run makes it. */
    NOT_YET,
    /** Another process has its file open, as long as a run lasts. */
    IN_USE
  }
}
