package parcelrecon.job;

import java.nio.file.Path;
import java.util.Locale;
import parcelrecon.results.RunRow;

/** Where a run's outputs go. */
public final class OutputFolder {

  private OutputFolder() {}

  /** {@code OUT/INCIDENT/run-NNN}. */
  public static Path of(RunRow run) {
    return in(run.options().out(), run);
  }

  /** As {@link #of}, below another folder than the one the run began with. */
  public static Path in(Path out, RunRow run) {
    return out.resolve(run.incident().id())
        .resolve(String.format(Locale.ROOT, "run-%03d", run.run()));
  }
}
