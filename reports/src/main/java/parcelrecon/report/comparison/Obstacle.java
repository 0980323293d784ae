package parcelrecon.report.comparison;

import parcelrecon.problem.ExitCode;

/** Why nothing, or not everything, can be compared. */
public enum Obstacle {
  /** More rows of the control could not be read than the site allows. */
  REJECTS,
  /** A source could not be reached when the control was read. */
  UNREACHABLE,
  /** Another problem ended the control. */
  FAILED,
  NO_PICK_UPS,
  NO_PICK_UPS_THEN,
  /** So few pick-ups then that their rate tells nothing. */
  FEW_PICK_UPS_THEN,
  /** A source could not show all, in the run or in its control. */
  SOURCES,
  /** Some of it was found by the incident's phases, and a control has none. */
  PHASES;

  /** What a control that has no results ended with. */
  static Obstacle of(int exitCode) {
    if (exitCode == ExitCode.TOO_MANY_REJECTS.code()) {
      return REJECTS;
    }
    return exitCode == ExitCode.UNREACHABLE.code() ? UNREACHABLE : FAILED;
  }
}
