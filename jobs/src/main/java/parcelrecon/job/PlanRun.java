package parcelrecon.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.model.SourceName;
import parcelrecon.model.Store;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.PlannedSplit;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;
import parcelrecon.source.open.StoreLists;
import parcelrecon.spill.Partitions;

/** Freezes what the run is to read: the splits of every source, and into how many partitions. */
final class PlanRun implements Tasklet {

  /** A file is read in parts of about this size. */
  static final long SPLIT_BYTES = 32L << 20;

  private final RunInHand inHand;
  private final StageTimer timer;

  PlanRun(RunInHand inHand, StageTimer timer) {
    this.inHand = inHand;
    this.timer = timer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    if (inHand.stores().plans().find(inHand.run()).isPresent()) {
      return RepeatStatus.FINISHED;
    }
    inHand.progress().begin(Stage.PLAN.text(), "", 0);
    inHand.stop().check();
    Plan plan = plan();
    inHand.stores().plans().save(inHand.run(), plan);
    plan.dayTotal().ifPresent(total -> inHand.stores().runs().saveDayTotal(inHand.run(), total));
    timer.add(plan.sources().stream().mapToLong(source -> source.splits().size()).sum());
    return RepeatStatus.FINISHED;
  }

  private Plan plan() throws Exception {
    PlanRequest request = new PlanRequest(inHand.row().incident().window(), SPLIT_BYTES);
    List<PlannedSource> sources = new ArrayList<>();
    OptionalLong dayTotal = OptionalLong.empty();
    for (SourceName name : recordSources()) {
      Source source = inHand.sources().get(name);
      SourcePlan plan = source.plan(request);
      sources.add(planned(source, plan));
      if (name == SourceName.OUTBOUND) {
        dayTotal = plan.dayTotal();
      }
      inHand.stop().check();
    }
    long plannedBytes =
        sources.stream()
            .flatMap(source -> source.splits().stream())
            .mapToLong(PlannedSplit::plannedBytes)
            .sum();
    return new Plan(Partitions.forBytes(plannedBytes).count(), sources, stores(), dayTotal);
  }

  private List<SourceName> recordSources() {
    return inHand.site().sources().keySet().stream()
        .filter(name -> name != SourceName.STORES)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private List<Store> stores() {
    var settings = inHand.site().sources().get(SourceName.STORES);
    return settings == null ? List.of() : StoreLists.read(settings);
  }

  private static PlannedSource planned(Source source, SourcePlan plan) {
    return new PlannedSource(
        source.name(),
        source.type(),
        source.byKey().isPresent(),
        plan.reasons(),
        plan.completeThrough(),
        plan.groups(),
        plan.splits().stream().map(PlanRun::planned).toList());
  }

  private static PlannedSplit planned(Split split) {
    return new PlannedSplit(split.source(), split.ordinal(), split.plannedBytes(), split.at());
  }
}
