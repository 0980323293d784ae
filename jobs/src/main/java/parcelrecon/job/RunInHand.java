package parcelrecon.job;

import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;

/** The run this process works on, and all that its steps work with. */
record RunInHand(
    RunRow row,
    Site site,
    OpenSources sources,
    ResultsDatabase database,
    ResultStores stores,
    StopSwitch stop,
    Progress progress) {

  long run() {
    return row.run();
  }

  RunFolder folder() {
    return RunFolder.of(site.work(), run());
  }

  StoredResults results() {
    return new StoredResults(database, run());
  }
}
