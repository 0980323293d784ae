package parcelrecon.app;

import java.time.Instant;
import java.util.function.Function;
import parcelrecon.app.RunEnding.Form;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.job.ReconcileJob;
import parcelrecon.job.ReconcileRequest;
import parcelrecon.job.RunOutcome;
import parcelrecon.model.Incident;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/** One run in this process: with the results database, progress, the stop signal and its ending. */
final class RunSession {

  private final Console console;
  private final StopSignal signal;
  private final SiteConfiguration configuration;
  private final SiteOptions site;

  RunSession(
      Console console, StopSignal signal, SiteConfiguration configuration, SiteOptions site) {
    this.console = console;
    this.signal = signal;
    this.configuration = configuration;
    this.site = site;
  }

  /**
   * @return the exit code
   */
  int run(Incident incident, Function<ReconcileJob, RunOutcome> work, Form form) {
    return KeptResults.with(configuration, database -> run(database, incident, work, form));
  }

  int resume(long run) {
    return KeptResults.with(configuration, database -> resume(database, run));
  }

  /**
   * @param run any of the incident and window; what its latest run kept is asked for again
   */
  int recheck(long run, Instant asOf, RunRow.Options options, Form form) {
    return KeptResults.with(configuration, database -> recheck(database, run, asOf, options, form));
  }

  private int recheck(
      ResultsDatabase database, long run, Instant asOf, RunRow.Options options, Form form) {
    RunRow latest =
        new RunStore(database).latestFinished(KnownRun.ended(database, run, site)).orElseThrow();
    console.note("asking again for the parcels of run " + latest.run());
    return run(
        database,
        latest.incident(),
        job -> job.reconcile(ReconcileRequest.recheck(latest, asOf, options)),
        form);
  }

  private int resume(ResultsDatabase database, long run) {
    RunRow row = KnownRun.find(database, run);
    KnownRun.refuseRemoved(row);
    if (ReconcileJob.isEnded(row)) {
      console.note("run " + run + " has ended already: " + row.state());
    }
    return run(database, row.incident(), job -> job.resume(run), Form.TEXT);
  }

  private int run(
      ResultsDatabase database,
      Incident incident,
      Function<ReconcileJob, RunOutcome> work,
      Form form) {
    RunOutcome outcome;
    try (StageProgress progress = StageProgress.on(console)) {
      ReconcileJob job = new ReconcileJob(configuration.site(incident), database, progress);
      outcome = signal.during(() -> stop(job), () -> work.apply(job));
    }
    new RunEnding(console, database, site).tell(outcome, form);
    return outcome.exitCode().code();
  }

  private void stop(ReconcileJob job) {
    console.note("stopping after the work in hand");
    job.stop();
  }
}
