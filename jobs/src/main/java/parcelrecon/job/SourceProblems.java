package parcelrecon.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parcelrecon.problem.ProblemException;

/** What is wrong with the sources: each is reached for, then all is told together. */
final class SourceProblems {

  private final List<ProblemException> found = new ArrayList<>();

  /** Empty when the work met a problem, which {@link #throwIfAny()} then tells. */
  <T> Optional<T> reach(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (ProblemException e) {
      found.add(e);
      return Optional.empty();
    }
  }

  /**
   * @throws ProblemException with all of them, and the exit code that comes first in {@link
   *     parcelrecon.problem.ExitCode}'s order; does nothing when there are none
   */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    ProblemException all =
        new ProblemException(
            found.stream()
                .map(ProblemException::exitCode)
                .min(Comparator.naturalOrder())
                .orElseThrow(),
            found.stream().flatMap(problem -> problem.problems().stream()).distinct().toList());
    found.forEach(all::addSuppressed);
    throw all;
  }
}
