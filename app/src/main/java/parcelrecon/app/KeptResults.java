package parcelrecon.app;

import java.util.function.Function;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;

/** The results database of a site, open while a command works. */
final class KeptResults {

  private KeptResults() {}

  /**
   * Opens it, works and closes it. A run that still says RUNNING, and that no process holds, was
   * left by one that died: it becomes INTERRUPTED.
   *
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when the database is away, or goes
   *     away
   */
  static <T> T with(SiteConfiguration configuration, Function<ResultsDatabase, T> work) {
    try (ResultsDatabase database = ResultsDatabase.open(configuration.results())) {
      try {
        new RunStore(database).interruptLeftRunning();
        return work.apply(database);
      } catch (RuntimeException e) {
        throw database
            .problem(e, "The command ended without a result")
            .<RuntimeException>map(problem -> problem)
            .orElse(e);
      }
    }
  }
}
