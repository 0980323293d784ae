package parcelrecon.job;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import parcelrecon.results.Totals;

/** Keeps how long a stage took and how many rows went through it. */
final class StageTimer implements StepExecutionListener {

  private final Stage stage;
  private final RunInHand inHand;
  private final LongAdder rows = new LongAdder();
  private long startedNanos;

  StageTimer(Stage stage, RunInHand inHand) {
    this.stage = stage;
    this.inHand = inHand;
  }

  void add(long count) {
    rows.add(count);
  }

  @Override
  public void beforeStep(StepExecution step) {
    startedNanos = System.nanoTime();
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    if (step.getStatus() == BatchStatus.COMPLETED) {
      long millis = Duration.ofNanos(System.nanoTime() - startedNanos).toMillis();
      inHand
          .stores()
          .stages()
          .save(inHand.run(), new Totals.Stage(stage.text(), millis, rows.sum()));
      inHand.progress().end(stage.text(), rows.sum(), millis);
    }
    return step.getExitStatus();
  }
}
