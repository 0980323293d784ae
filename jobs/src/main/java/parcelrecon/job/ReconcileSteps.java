package parcelrecon.job;

import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The steps of a run, in their order, as a Spring Batch job; those of its control stand before the
 * last.
 *
 * <p>No step holds a transaction while it works: each store's write is one transaction of its own,
 * and every step leaves what is done already as it is. So a step may be repeated at any point, and
 * a connection is held for moments only.
 */
final class ReconcileSteps {

  private final BatchEngine engine;
  private final TaskExecutor workers;
  private final RunInHand inHand;
  private final StepFrame frame;

  private ReconcileSteps(
      BatchEngine engine, TaskExecutor workers, RunInHand inHand, StepFrame frame) {
    this.engine = engine;
    this.workers = workers;
    this.inHand = inHand;
    this.frame = frame;
  }

  /**
   * @param guard of the run's control; absent when nothing is left to be done for one
   */
  static Job job(
      BatchEngine engine, TaskExecutor workers, RunInHand inHand, Optional<ControlGuard> guard) {
    ReconcileSteps run = new ReconcileSteps(engine, workers, inHand, StepFrame.NONE);
    SimpleJobBuilder job =
        new JobBuilder(BatchEngine.JOB_NAME, engine.repository()).start(run.plan());
    run.afterPlan().forEach(job::next);
    if (guard.isPresent()) {
      job.next(run.releaseSources());
      ReconcileSteps control =
          new ReconcileSteps(engine, workers, guard.get().control(), guard.get());
      job.next(control.plan());
      control.afterPlan().forEach(job::next);
      job.next(control.single("conclude", new ConcludeControl(guard.get().control()), null));
    }
    return job.next(run.publish()).build();
  }

  private List<Step> afterPlan() {
    return List.of(
        extract(),
        single("conclude-extract", new ConcludeExtract(inHand), null),
        match(),
        settle());
  }

  /** What was read for the run is not read again: nobody need hold a snapshot of it. */
  private Step releaseSources() {
    return single(
        "release-sources",
        (contribution, context) -> {
          inHand.sources().close();
          return RepeatStatus.FINISHED;
        },
        null);
  }

  private Step plan() {
    StageTimer timer = new StageTimer(Stage.PLAN, inHand);
    return single(Stage.PLAN.text(), new PlanRun(inHand, timer), timer);
  }

  private Step extract() {
    StageTimer timer = new StageTimer(Stage.EXTRACT, inHand);
    ExtractPlan plan = new ExtractPlan(inHand);
    Step worker = worker("extract-split", new ExtractSplit(inHand, plan, timer));
    return new StepBuilder(frame.name(Stage.EXTRACT.text()), engine.repository())
        .partitioner(worker.getName(), frame.around(plan))
        .step(worker)
        .taskExecutor(workers)
        .allowStartIfComplete(true)
        .listener(timer)
        .build();
  }

  private Step match() {
    StageTimer timer = new StageTimer(Stage.MATCH, inHand);
    MatchPlan plan = new MatchPlan(inHand);
    Step worker = worker("match-share", new MatchShare(inHand, plan, timer));
    return new StepBuilder(frame.name(Stage.MATCH.text()), engine.repository())
        .partitioner(worker.getName(), frame.around((Partitioner) plan))
        .step(worker)
        .taskExecutor(workers)
        .allowStartIfComplete(true)
        .listener(plan)
        .listener(timer)
        .build();
  }

  private Step settle() {
    StageTimer timer = new StageTimer(Stage.SETTLE, inHand);
    return single(Stage.SETTLE.text(), new SettleRun(inHand, timer), timer);
  }

  private Step publish() {
    StageTimer timer = new StageTimer(Stage.PUBLISH, inHand);
    return single(Stage.PUBLISH.text(), new PublishRun(inHand, timer), timer);
  }

  private Step single(String name, Tasklet tasklet, StageTimer timer) {
    var step =
        new StepBuilder(frame.name(name), engine.repository())
            .tasklet(frame.around(tasklet), engine.transactions())
            .transactionAttribute(noTransaction())
            .allowStartIfComplete(true);
    return timer == null ? step.build() : step.listener(timer).build();
  }

  private Step worker(String name, Tasklet tasklet) {
    return new StepBuilder(frame.name(name), engine.repository())
        .tasklet(frame.around(tasklet), engine.transactions())
        .transactionAttribute(noTransaction())
        .allowStartIfComplete(true)
        .build();
  }

  /**
   * A checked exception, too, must end a step: Spring Batch repeats the tasklet for ever otherwise.
   */
  private static DefaultTransactionAttribute noTransaction() {
    return new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED) {
      private static final long serialVersionUID = 1L;

      @Override
      public boolean rollbackOn(Throwable failure) {
        return true;
      }
    };
  }
}
