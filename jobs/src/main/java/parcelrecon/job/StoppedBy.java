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

  private static final String RESULTS = "results database";
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
      if (cause instanceof TransactionSystemException end) {
        return cutOff(end, database, work);
      }
      if (isLateWrite(cause)) {
        return Optional.of(writtenByAnother(failure));
      }
    }
    return database.problem(failure, STOPPED_HERE).or(() -> workFolder(failure, work));
  }

  /** Its cause is that it could not be ended, on a connection that was gone by then. */
  private static Optional<ProblemException> cutOff(
      TransactionSystemException end, ResultsDatabase database, Path work) {
    if (end.getApplicationException() != null) {
      return problem(end.getApplicationException(), database, work);
    }
    Problem problem =
        new Problem(
            RESULTS,
            "a transaction could not be ended, since its connection was lost",
            STOPPED_HERE,
            "See that the database is up, then go on");
    return Optional.of(new ProblemException(ExitCode.UNREACHABLE, problem, end));
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
            RESULTS,
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
