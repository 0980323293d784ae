package parcelrecon.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;

/** What stopped a run, told apart from a defect of ours. */
final class StoppedBy {

  private static final String STOPPED_HERE = "The run stopped here";

  private StoppedBy() {}

  /**
   * Empty of a defect.
   *
   * @param work where the run spills
   */
  static Optional<ProblemException> problem(
      Throwable failure, ResultsDatabase database, Path work) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return Optional.of(problem);
      }
      // Its cause is that nothing could be rolled back, on a connection that was gone by then.
      if (cause instanceof TransactionSystemException end
          && end.getApplicationException() != null) {
        return problem(end.getApplicationException(), database, work);
      }
      if (isLateWrite(cause)) {
        return Optional.of(writtenByAnother(failure));
      }
    }
    return database.problem(failure, STOPPED_HERE).or(() -> workFolder(failure, work));
  }

  /** Who holds a run is the only one to write; Spring Batch sees what another one wrote before. */
  private static boolean isLateWrite(Throwable cause) {
    return cause instanceof OptimisticLockingFailureException
        || cause instanceof JobRestartException
        || cause instanceof JobExecutionAlreadyRunningException;
  }

  /** A process that held the run before us, and does not know yet that it does no more. */
  private static ProblemException writtenByAnother(Throwable failure) {
    Problem problem =
        new Problem(
            "results database",
            "a process that worked on the run before wrote to its records still",
            STOPPED_HERE,
            "Go on with it");
    return new ProblemException(ExitCode.UNREACHABLE, problem, failure);
  }

  /** Sources, outputs and the results database tell their own problems; what is left is spill. */
  private static Optional<ProblemException> workFolder(Throwable failure, Path work) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileSystemException || cause.getClass() == IOException.class) {
        Problem problem =
            new Problem(
                "work folder " + work,
                "it cannot be written or read (" + cause + ")",
                STOPPED_HERE,
                "See that there is room, and that it may be written; then go on");
        return Optional.of(new ProblemException(ExitCode.UNREACHABLE, problem, failure));
      }
    }
    return Optional.empty();
  }
}
