package parcelrecon.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.RunState;

/**
 * Keeps what goes wrong in a control from the run it is for: a problem makes the control FAILED,
 * and its further steps do nothing. A stop, a run that is lost and a defect end all.
 */
final class ControlGuard implements StepFrame {

  /** What the names of a control's steps begin with. */
  static final String PREFIX = "control-";

  private final RunInHand control;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param control not ended yet
   */
  ControlGuard(RunInHand control) {
    this.control = control;
  }

  RunInHand control() {
    return control;
  }

  /** Why there is nothing to compare with; empty while there is. */
  synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public String name(String step) {
    return PREFIX + step;
  }

  @Override
  public Tasklet around(Tasklet tasklet) {
    return (contribution, context) -> {
      if (isGivenUp()) {
        return RepeatStatus.FINISHED;
      }
      try {
        return tasklet.execute(contribution, context);
      } catch (Exception e) {
        giveUp(e);
        return RepeatStatus.FINISHED;
      }
    };
  }

  @Override
  public Partitioner around(Partitioner partitioner) {
    return size -> {
      if (isGivenUp()) {
        return Map.of();
      }
      try {
        return partitioner.partition(size);
      } catch (ProblemException e) {
        giveUp(e);
        return Map.of();
      }
    };
  }

  private synchronized boolean isGivenUp() {
    return !problems.isEmpty();
  }

  private synchronized <E extends Exception> void giveUp(E failure) throws E {
    ProblemException problem = problemIn(failure);
    if (problem == null || control.stop().isStopped() || isLost()) {
      throw failure;
    }
    if (!isGivenUp()) {
      control
          .stores()
          .runs()
          .end(control.run(), RunState.FAILED, problem.exitCode().code(), Instant.now());
    }
    problem.problems().forEach(each -> problems.add(ofControl(each)));
  }

  private static ProblemException problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    return null;
  }

  /** What is refused to a run that was lost is no problem of its sources. */
  private boolean isLost() {
    return control.stores().runs().lost(control.run()).isPresent()
        || control.stores().runs().lost(control.row().controlOf().orElseThrow()).isPresent();
  }

  private static Problem ofControl(Problem problem) {
    return new Problem(
        "control, " + problem.where(),
        problem.what(),
        "There is nothing to compare with; the run itself is as it would be without",
        problem.remedy());
  }
}
