package parcelrecon.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a command: all its problems at once, and the exit code that tells who must act. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final transient List<Problem> problems;

  public ProblemException(ExitCode exitCode, List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.exitCode = exitCode;
    this.problems = List.copyOf(problems);
  }

  public ProblemException(ExitCode exitCode, Problem problem) {
    this(exitCode, List.of(problem));
  }

  public ProblemException(ExitCode exitCode, Problem problem, Throwable cause) {
    this(exitCode, List.of(problem));
    initCause(cause);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public List<Problem> problems() {
    return problems;
  }
}
