package parcelrecon.job;

import java.nio.file.Path;
import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;

/**
 * How a run ended, or stopped.
 *
 * @param outputs where its files are, or would be
 * @param problems why it did not come to its end, or there is nothing to compare it with; empty
 *     when all went well
 * @param cause the exception behind a defect; null otherwise
 */
public record RunOutcome(
    long run, ExitCode exitCode, Path outputs, List<Problem> problems, Throwable cause) {
  public RunOutcome {
    problems = List.copyOf(problems);
  }
}
