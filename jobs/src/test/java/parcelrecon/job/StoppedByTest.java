package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;

class StoppedByTest {

  private static final ProblemException AWAY =
      new ProblemException(
          ExitCode.UNREACHABLE, new Problem("results", "is away", "The run stopped", "Start it"));

  @TempDir Path folder;

  @Test
  void problem_isWhatCameFirst_whenItCouldNotBeRolledBackEither() {
    TransactionSystemException end =
        new TransactionSystemException(
            "JDBC rollback failed", new SQLException("Connection is closed"));
    end.initApplicationException(new IllegalStateException(AWAY));

    try (ResultsDatabase database = open()) {
      assertThat(StoppedBy.problem(new IllegalStateException(end), database, folder))
          .contains(AWAY);
    }
  }

  @Test
  void transactionThatCouldNotBeEnded_leavesTheRunToBeGoneOnWith() {
    TransactionSystemException end =
        new TransactionSystemException(
            "JDBC rollback failed", new SQLException("Connection is closed"));
    try (ResultsDatabase database = open()) {
      assertThat(StoppedBy.problem(new IllegalStateException(end), database, folder))
          .hasValueSatisfying(
              problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    }
  }

  @Test
  void lateWriteOfWhoHeldTheRunBefore_leavesItToBeGoneOnWith() {
    try (ResultsDatabase database = open()) {
      for (Exception seen :
          List.of(
              new OptimisticLockingFailureException("version 2"),
              new JobExecutionAlreadyRunningException("run 1"),
              new JobRestartException("run 1"))) {
        assertThat(StoppedBy.problem(new IllegalStateException(seen), database, folder))
            .hasValueSatisfying(
                problem -> assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
      }
    }
  }

  @Test
  void defect_isNoProblem() {
    try (ResultsDatabase database = open()) {
      TransactionSystemException end = new TransactionSystemException("JDBC rollback failed");
      end.initApplicationException(new IllegalStateException());
      assertThat(StoppedBy.problem(end, database, folder)).isEmpty();
      assertThat(StoppedBy.problem(new IllegalStateException(), database, folder)).isEmpty();
    }
  }

  private ResultsDatabase open() {
    return ResultsDatabase.open(
        new ResultsSettings(
            "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
  }
}
