package parcelrecon.job;

import parcelrecon.results.ResultsDatabase;

/** Presses stop the moment a stage begins. */
final class ProgressThatStops implements Progress {

  private final String stage;
  private ReconcileJob job;

  private ProgressThatStops(String stage) {
    this.stage = stage;
  }

  /** A run that is stopped as the stage begins. */
  static RunOutcome reconcile(CsvSite csv, ResultsDatabase database, Stage stage) {
    return reconcile(csv.site(), csv.request(), database, stage);
  }

  static RunOutcome reconcile(
      Site site, ReconcileRequest request, ResultsDatabase database, Stage stage) {
    ProgressThatStops progress = new ProgressThatStops(stage.text());
    progress.job = new ReconcileJob(site, database, progress);
    return progress.job.reconcile(request);
  }

  @Override
  public void begin(String began, String part, long plannedBytes) {
    if (began.equals(stage)) {
      job.stop();
    }
  }

  @Override
  public void advance(String at, String part, long rows, long bytes) {}

  @Override
  public void end(String at, long rows, long millis) {}
}
