package parcelrecon.results;

/** How a run stands, as {@code runs --json} shows it. */
public enum RunState {
  RUNNING,
  INTERRUPTED,
  FAILED,
  COMPLETE,
  INCOMPLETE;

  /** Whether a run has ended with results; a later removal changes no state. */
  boolean hasResults() {
    return this == COMPLETE || this == INCOMPLETE;
  }
}
