package parcelrecon.results.telling;

/** What people are told of a schedule, and of re-checks by the clock. */
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
  /** A re-check found something open that had not been. */
  CAME_BACK,
  /** A re-check found nothing open any more. */
  NOTHING_OPEN,
  /** A source could not show a re-check everything, as it had not failed to do before. */
  RECHECK_INCOMPLETE,
  /** A re-check has no results. */
  RECHECK_FAILED,
  /** Open incidents were not re-checked before the next time came. */
  RECHECK_MISSED,
  /** Nothing happened: somebody tries whether a target is reached. */
  TRIAL
}
