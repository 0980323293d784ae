package parcelrecon.job;

import java.time.Instant;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.report.ControlTotals;
import parcelrecon.results.Conclusion;
import parcelrecon.results.StoredResults;

/** Ends a control once every row it read is accounted for. It has no outputs of its own. */
final class ConcludeControl implements Tasklet {

  private final RunInHand inHand;

  ConcludeControl(RunInHand inHand) {
    this.inHand = inHand;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    inHand.stop().check();
    StoredResults results = inHand.results();
    ControlTotals.check(results);
    Conclusion conclusion = Conclusion.of(results);
    inHand
        .stores()
        .runs()
        .end(inHand.run(), conclusion.state(), conclusion.exitCode().code(), Instant.now());
    return RepeatStatus.FINISHED;
  }
}
