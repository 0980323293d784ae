package parcelrecon.job;

import java.nio.file.Path;
import parcelrecon.problem.ExitCode;

/**
 * How a run ended, or stopped.
 *
 * @param outputs where its files are
 */
public record RunOutcome(long run, ExitCode exitCode, Path outputs) {}
