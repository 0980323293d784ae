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
    return in(out, run.incident().id(), run.run());
  }

  /** Of a run of which no more is known. */
  public static Path in(Path out, String incidentId, long run) {
    return out.resolve(incidentId).resolve(String.format(Locale.ROOT, "run-%03d", run));
  }
}
