package parcelrecon.app;

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
   * @throws ProblemException USAGE when there is none
   */
  static RunRow find(ResultsDatabase database, long run) {
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
}
