package parcelrecon.console.calls;

import java.util.Map;
import parcelrecon.report.calls.CallPages;
import parcelrecon.report.story.RunView;
import parcelrecon.report.text.Texts;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.CallStore;
import parcelrecon.results.CallStore.Progress;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.StoredResults;

/**
 * The call list of a finished run: what never changes of it, and how far the calls are, which is
 * counted anew when there is a new answer.
 */
final class RunCalls {

  private final AnswerStore answers;
  private final CallStore calls;
  private final RunView view;
  private final CallPages pages;
  private long through = -1;
  private Map<String, Progress> progress = Map.of();

  RunCalls(ResultsDatabase database, RunRow run, Texts texts) {
    this.answers = new AnswerStore(database);
    this.calls = new CallStore(database);
    this.view = RunView.of(new StoredResults(database, run.run()), texts);
    this.pages = CallPages.of(view, calls.stores(run.run()));
  }

  RunRow run() {
    return view.run();
  }

  CallPages pages() {
    return pages;
  }

  RunView in(Texts texts) {
    return new RunView(view.results(), view.run(), view.context(), texts, view.stores());
  }

  /** By store id, as it is now. */
  synchronized Map<String, Progress> progress() {
    String incident = run().incident().id();
    long latest = answers.latest(incident);
    if (latest != through) {
      progress = calls.progress(run().run(), incident, latest);
      through = latest;
    }
    return progress;
  }
}
