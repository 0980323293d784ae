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
    Progress progress,
    Horizon horizon) {

  /** The control of this run, with sources of its own. */
  RunInHand control(RunRow control, OpenSources controlSources) {
    return new RunInHand(
        control,
        site,
        controlSources,
        database,
        stores,
        stop,
        new ControlProgress(progress),
        Horizon.behind(this, control));
  }

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
