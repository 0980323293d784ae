package parcelrecon.job;

import java.util.Optional;
import org.springframework.transaction.TransactionSystemException;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;

/** What stopped a run, told apart from a defect of ours. */
final class StoppedBy {

  private StoppedBy() {}

  /** Empty of a defect. */
  static Optional<ProblemException> problem(Throwable failure, ResultsDatabase database) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return Optional.of(problem);
      }
      // Its cause is that nothing could be rolled back, on a connection that was gone by then.
      if (cause instanceof TransactionSystemException end
          && end.getApplicationException() != null) {
        return problem(end.getApplicationException(), database);
      }
    }
    return database.problem(failure, "The run stopped here");
  }
}
