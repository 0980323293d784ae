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
   * @throws ProblemException as {@link #all()} tells; does nothing when there are none
   */
  void throwIfAny() {
    all()
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  /**
   * All of them, with the exit code that comes first in {@link parcelrecon.problem.ExitCode}'s
   * order; absent when there are none.
   */
  Optional<ProblemException> all() {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ProblemException all =
        new ProblemException(
            found.stream()
                .map(ProblemException::exitCode)
                .min(Comparator.naturalOrder())
                .orElseThrow(),
            found.stream().flatMap(problem -> problem.problems().stream()).distinct().toList());
    found.forEach(all::addSuppressed);
    return Optional.of(all);
  }
}
