package parcelrecon.report;

import java.nio.file.Path;
import parcelrecon.results.RunResults;

/** Writes all outputs of a run. Files appear under their final names only when complete. */
public final class RunOutputs {

  private final ReportSettings settings;

  public RunOutputs(ReportSettings settings) {
    this.settings = settings;
  }

  /** Writes every file of the run into {@code directory}, which is made when absent. */
  public void write(RunResults results, Path directory) {
    throw new UnsupportedOperationException(settings.toString() + results + directory);
  }

  /** Writes rejects.csv only: what is left of a run with too many rejected rows. */
  public void writeRejects(RunResults results, Path directory) {
    throw new UnsupportedOperationException(settings.toString() + results + directory);
  }
}
