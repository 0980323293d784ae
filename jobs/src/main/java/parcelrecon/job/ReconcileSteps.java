package parcelrecon.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The steps of a run, in their order, as a Spring Batch job.
 *
 * <p>No step holds a transaction while it works: each store's write is one transaction of its own,
 * and every step leaves what is done already as it is. So a step may be repeated at any point, and
 * a connection is held for moments only.
 */
final class ReconcileSteps {

  private final BatchEngine engine;
  private final RunInHand inHand;
  private final TaskExecutor workers;

  ReconcileSteps(BatchEngine engine, RunInHand inHand, TaskExecutor workers) {
    this.engine = engine;
    this.inHand = inHand;
    this.workers = workers;
  }

  Job job() {
    return new JobBuilder(BatchEngine.JOB_NAME, engine.repository())
        .start(plan())
        .next(extract())
        .next(single("conclude-extract", new ConcludeExtract(inHand), null))
        .next(match())
        .next(settle())
        .next(publish())
        .build();
  }

  private Step plan() {
    StageTimer timer = new StageTimer(Stage.PLAN, inHand);
    return single(Stage.PLAN.text(), new PlanRun(inHand, timer), timer);
  }

  private Step extract() {
    StageTimer timer = new StageTimer(Stage.EXTRACT, inHand);
    ExtractPlan plan = new ExtractPlan(inHand);
    Step worker = worker("extract-split", new ExtractSplit(inHand, plan, timer));
    return new StepBuilder(Stage.EXTRACT.text(), engine.repository())
        .partitioner(worker.getName(), plan)
        .step(worker)
        .taskExecutor(workers)
        .allowStartIfComplete(true)
        .listener(timer)
        .build();
  }

  private Step match() {
    StageTimer timer = new StageTimer(Stage.MATCH, inHand);
    MatchPlan plan = new MatchPlan(inHand);
    Partitioner partitioner = plan;
    Step worker = worker("match-partition", new MatchPartition(inHand, plan, timer));
    return new StepBuilder(Stage.MATCH.text(), engine.repository())
        .partitioner(worker.getName(), partitioner)
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
        new StepBuilder(name, engine.repository())
            .tasklet(tasklet, engine.transactions())
            .transactionAttribute(noTransaction())
            .allowStartIfComplete(true);
    return timer == null ? step.build() : step.listener(timer).build();
  }

  private Step worker(String name, Tasklet tasklet) {
    return new StepBuilder(name, engine.repository())
        .tasklet(tasklet, engine.transactions())
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
