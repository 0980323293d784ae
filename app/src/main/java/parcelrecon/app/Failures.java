package parcelrecon.app;

import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what ended a command and finds the exit code of it. */
final class Failures implements IExecutionExceptionHandler {

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    boolean isVerbose =
        parsed != null && CommandLines.isVerbose(parsed.originalArgs().toArray(String[]::new));
    return tell(command.getCommandSpec().qualifiedName(), thrown, isVerbose);
  }

  int tell(String where, Throwable thrown, boolean isVerbose) {
    if (isVerbose) {
      console.trace(thrown);
    }
    if (thrown instanceof ProblemException known) {
      console.problems(known.problems());
      return known.exitCode().code();
    }
    console.problems(List.of(unknown(where, thrown)));
    return ExitCode.DEFECT.code();
  }

  private static Problem unknown(String where, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new Problem(
          where,
          "the memory of "
              + Runtime.getRuntime().maxMemory() / (1024 * 1024)
              + " MB was not enough",
          "The command ended without a result",
          "Give it more, e.g. JAVA_OPTS=-Xmx1g, and report it");
    }
    return new Problem(
        where,
        "a defect of parcel-recon: " + Console.oneLine(thrown.toString()),
        "The command ended without a result",
        "Repeat with --verbose and report what it prints");
  }
}
