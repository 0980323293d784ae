package parcelrecon.results.telling;

/** What people are told of a schedule. */
public enum Occasion {
  /** A run found more than the schedule's thresholds. */
  RESULT,
  /** A run found no more than that, but a source could not show everything. */
  INCOMPLETE,
  /** A window's run has no results. */
  FAILED,
  /** A window was too old to be judged. */
  MISSED,
  /** What became of a day's windows. */
  DAILY,
  /** Nothing happened: somebody tries whether a target is reached. */
  TRIAL
}
