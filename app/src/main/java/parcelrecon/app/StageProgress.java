package parcelrecon.app;

import parcelrecon.job.Progress;

/** Progress that leaves the console tidy when it is closed. */
interface StageProgress extends Progress, AutoCloseable {

  /** Bars where a person watches, else a line per stage. */
  static StageProgress on(Console console) {
    return console.isTerminal() ? new BarProgress(console) : new LineProgress(console);
  }

  @Override
  void close();
}
