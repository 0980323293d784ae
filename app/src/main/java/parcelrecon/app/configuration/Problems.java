package parcelrecon.app.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Everything found wrong before any work begins, told together. Reading goes on past a problem with
 * a stand-in value, so whoever reads must call {@link #throwIfAny()} before using what was read.
 */
public final class Problems {

  /** What follows from every one of them. */
  public static final String NOTHING_STARTED = "Nothing was started";

  private record Found(ExitCode exitCode, Problem problem) {}

  private final List<Found> found = new ArrayList<>();

  public void add(ExitCode exitCode, Problem problem) {
    Found candidate = new Found(exitCode, problem);
    if (!found.contains(candidate)) {
      found.add(candidate);
    }
  }

  int size() {
    return found.size();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * @throws ProblemException with all of them and the exit code that comes first in {@link
   *     ExitCode}'s order; does nothing when there are none
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ProblemException(
          found.stream().map(Found::exitCode).min(Comparator.naturalOrder()).orElseThrow(),
          found.stream().map(Found::problem).toList());
    }
  }
}
