package parcelrecon.app;

import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunStore;

/** Opens the results database of a site for a command. */
final class KeptResults {

  private KeptResults() {}

  /**
   * Whoever opens the file holds it alone, so a run that still says RUNNING was left by a process
   * that died: it becomes INTERRUPTED.
   */
  static ResultsDatabase open(SiteConfiguration configuration) {
    ResultsDatabase database = ResultsDatabase.open(configuration.results());
    try {
      new RunStore(database).interruptLeftRunning();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
