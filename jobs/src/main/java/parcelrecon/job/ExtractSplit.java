package parcelrecon.job;

import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.PlannedSplit;
import parcelrecon.results.SplitResult;
import parcelrecon.source.Split;
import parcelrecon.spill.PartitionWriter;
import parcelrecon.spill.Partitions;
import parcelrecon.spill.SpillFile;

/** Reads one whole split into one spill file. A split that is read already is left as it is. */
final class ExtractSplit implements Tasklet {

  static final String SOURCE = "source";
  static final String ORDINAL = "ordinal";

  private static final SpillFile NOT_SPILLED = new SpillFile(0, "");

  private final RunInHand inHand;
  private final ExtractPlan plan;
  private final StageTimer timer;

  ExtractSplit(RunInHand inHand, ExtractPlan plan, StageTimer timer) {
    this.inHand = inHand;
    this.plan = plan;
    this.timer = timer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    ExecutionContext at = context.getStepContext().getStepExecution().getExecutionContext();
    PlannedSplit split = plan.split(SourceName.of(at.getString(SOURCE)), at.getInt(ORDINAL));
    if (plan.isToBeRead(split)) {
      inHand.stop().check();
      read(split);
      inHand
          .progress()
          .advance(Stage.EXTRACT.text(), split.source().text(), 0, split.plannedBytes());
    }
    return RepeatStatus.FINISHED;
  }

  private void read(PlannedSplit planned) throws Exception {
    Path file = inHand.folder().split(planned.source(), planned.ordinal());
    try (PartitionWriter writer = new PartitionWriter(file, new Partitions(plan.partitions()))) {
      SplitSink sink = new SplitSink(planned.source(), writer, inHand, plan.wanted());
      List<Coverage.Reason> reasons = readInto(sink, planned);
      sink.noticeRest();
      finish(planned, sink, sink.result(writer.finish(), reasons));
      timer.add(sink.read());
    } catch (StopSwitch.Stopped e) {
      throw new JobInterruptedException(e.getMessage());
    }
  }

  /** A split given up for its rejected rows leaves those it kept, for rejects.csv. */
  private List<Coverage.Reason> readInto(SplitSink sink, PlannedSplit planned) {
    Split split =
        new Split(planned.source(), planned.ordinal(), planned.plannedBytes(), planned.at());
    try {
      return inHand.sources().get(planned.source()).read(split, inHand.horizon().within(sink));
    } catch (ProblemException e) {
      if (e.exitCode() == ExitCode.TOO_MANY_REJECTS) {
        finish(planned, sink, sink.result(NOT_SPILLED, List.of()));
      }
      throw e;
    }
  }

  private void finish(PlannedSplit planned, SplitSink sink, SplitResult result) {
    inHand
        .stores()
        .splits()
        .finish(
            inHand.run(), planned.source(), planned.ordinal(), result, sink.rejects().iterator());
  }
}
