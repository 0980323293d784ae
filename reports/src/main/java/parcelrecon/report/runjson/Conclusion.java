package parcelrecon.report.runjson;

import parcelrecon.model.Coverage;
import parcelrecon.problem.ExitCode;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunState;

/**
 * How a run that came to its outputs ends: INCOMPLETE (7) when some source is not COMPLETE; else
 * COMPLETE, with 1 when there are mismatches and the run was asked to fail on them.
 */
public record Conclusion(RunState state, ExitCode exitCode) {

  public static Conclusion of(RunResults results) {
    boolean isComplete =
        results.sources().stream()
            .allMatch(source -> source.coverage().state() == Coverage.State.COMPLETE);
    if (!isComplete) {
      return new Conclusion(RunState.INCOMPLETE, ExitCode.INCOMPLETE);
    }
    boolean hasMismatches =
        results.totals().kinds().values().stream().anyMatch(kind -> kind.mismatches() > 0);
    boolean fails = hasMismatches && results.run().options().failOnMismatch();
    return new Conclusion(RunState.COMPLETE, fails ? ExitCode.MISMATCHES : ExitCode.DONE);
  }
}
