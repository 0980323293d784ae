package parcelrecon.job;

import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** Why a run cannot be begun or gone on with. */
final class RunRefusal {

  private RunRefusal() {}

  static ProblemException unknown(long run) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "run " + run,
            "there is no such run in the results database",
            "Nothing was done",
            "See the runs there are with: runs"));
  }

  static ProblemException heldByAnother(long run) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            "run " + run,
            "another process works on it",
            "Nothing was done",
            "Wait until it has ended, or end that process"));
  }

  static ProblemException busy(long inHand) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            "run " + inHand,
            "it is being worked on, and one run at a time is the most",
            "No other run was begun or gone on with",
            "Come back when run " + inHand + " has ended, or stop it"));
  }

  static ProblemException closing() {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            "console",
            "it is shutting down",
            "No run was begun or gone on with",
            "Come back when it is up again"));
  }

  static ProblemException changedConfiguration(long run) {
    return new ProblemException(
        ExitCode.CONFIGURATION,
        new Problem(
            "run " + run,
            "it began with another configuration than this one",
            "Nothing was done: one run cannot mix two",
            "Resume with the configuration it began with, or start a new run"));
  }
}
