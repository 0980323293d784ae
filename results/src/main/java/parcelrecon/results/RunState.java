package parcelrecon.results;

/** How a run stands, as {@code runs --json} shows it. */
public enum RunState {
  RUNNING,
  INTERRUPTED,
  FAILED,
  COMPLETE,
  INCOMPLETE
}
