package parcelrecon.job;

import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;

/** Runs, and goes on with, reconciliations of one site. */
public final class ReconcileJob {

  private final Site site;
  private final ResultsDatabase results;
  private final Progress progress;

  public ReconcileJob(Site site, ResultsDatabase results, Progress progress) {
    this.site = site;
    this.results = results;
    this.progress = progress;
  }

  /** Begins a run and goes to its end, or to where {@link #stop()} stops it. */
  public RunOutcome reconcile(ReconcileRequest request) {
    throw new UnsupportedOperationException(request.toString() + site + results + progress);
  }

  /** Goes on with an interrupted run; a finished one is left as it is and ends as it did. */
  public RunOutcome resume(long run) {
    throw new UnsupportedOperationException(String.valueOf(run));
  }

  /** Stops after the work in hand, so that the run can be resumed. Returns at once. */
  public void stop() {}

  /** Whether nothing of the run is left to be done. */
  public static boolean isEnded(RunRow row) {
    return row.state() == RunState.COMPLETE
        || row.state() == RunState.INCOMPLETE
        || row.state() == RunState.FAILED;
  }
}
