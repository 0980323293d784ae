package parcelrecon.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.RunOutputs;
import parcelrecon.results.StoredResults;

/**
 * Checks that every row read is accounted for, then writes the outputs from the results database.
 */
final class PublishRun implements Tasklet {

  private final RunInHand inHand;
  private final StageTimer timer;

  PublishRun(RunInHand inHand, StageTimer timer) {
    this.inHand = inHand;
    this.timer = timer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    inHand.progress().begin(Stage.PUBLISH.text(), "", 0);
    inHand.stop().check();
    StoredResults results = inHand.results();
    new RunOutputs(settings()).write(results, OutputFolder.of(inHand.row()));
    results.keepFollowed();
    results.keepTotals();
    timer.add(results.totals().parcels().inScope());
    return RepeatStatus.FINISHED;
  }

  private ReportSettings settings() {
    return inHand.site().reportSettings(inHand.row().options());
  }
}
