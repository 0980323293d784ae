package parcelrecon.app;

import java.time.Instant;
import parcelrecon.app.configuration.Problems;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/** A run the user names by its number. */
final class KnownRun {

  private KnownRun() {}

  /**
   * @throws ProblemException USAGE when there is none, or it is the control of another
   */
  static RunRow find(ResultsDatabase database, long run) {
    RunRow row = any(database, run);
    if (row.isControl()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "run " + run,
              "is what run " + row.controlOf().getAsLong() + " is compared with",
              "Nothing was done",
              "Name run "
                  + row.controlOf().getAsLong()
                  + ": the comparison is part of its outputs"));
    }
    return row;
  }

  private static RunRow any(ResultsDatabase database, long run) {
    return new RunStore(database)
        .find(run)
        .orElseThrow(
            () ->
                new ProblemException(
                    ExitCode.USAGE,
                    new Problem(
                        "run " + run,
                        "there is no such run in the results database",
                        Problems.NOTHING_STARTED,
                        "See the runs there are with ./run.sh runs -c FILE")));
  }

  /**
   * A run that has results.
   *
   * @throws ProblemException USAGE when there is none, or it has no results
   */
  static RunRow ended(ResultsDatabase database, long run, SiteOptions site) {
    RunRow row = find(database, run);
    if (row.hasResults()) {
      return row;
    }
    refuseRemoved(row);
    String remedy =
        switch (row.state()) {
          case FAILED -> "Reconcile again when its problem is put right";
          case RUNNING -> "Wait until the process that works on it has ended";
          case INTERRUPTED, COMPLETE, INCOMPLETE ->
              "Finish it with " + CommandLines.PROGRAM + " resume -c " + site.config + " " + run;
        };
    throw new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "run " + run,
            "is " + row.state() + " and has no results, expected COMPLETE or INCOMPLETE",
            "Nothing was done",
            remedy));
  }

  /**
   * @throws ProblemException USAGE when retention has removed what the run found
   */
  static void refuseRemoved(RunRow row) {
    row.removedAt()
        .ifPresent(
            at -> {
              throw removed(row.run(), at);
            });
  }

  private static ProblemException removed(long run, Instant at) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "run " + run,
            "what it found was removed at " + at + ", as retention has it",
            "Nothing was done",
            "See what it counted with ./run.sh runs, or reconcile its incident again while the"
                + " sources still have it"));
  }
}
