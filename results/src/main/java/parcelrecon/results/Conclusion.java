package parcelrecon.results;

import parcelrecon.model.Coverage;
import parcelrecon.problem.ExitCode;

/**
 * How a run that came to its end is told: a function of what it found and of how it was asked for.
 */
public record Conclusion(RunState state, ExitCode exitCode) {

  public static Conclusion of(RunResults results) {
    boolean complete =
        results.sources().stream()
            .allMatch(source -> source.coverage().state() == Coverage.State.COMPLETE);
    if (!complete) {
      return new Conclusion(RunState.INCOMPLETE, ExitCode.INCOMPLETE);
    }
    boolean mismatches =
        results.totals().kinds().values().stream().anyMatch(kind -> kind.mismatches() > 0);
    return new Conclusion(
        RunState.COMPLETE,
        mismatches && results.run().options().failOnMismatch()
            ? ExitCode.MISMATCHES
            : ExitCode.DONE);
  }
}
