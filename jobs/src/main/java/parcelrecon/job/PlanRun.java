package parcelrecon.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.PlannedSplit;
import parcelrecon.results.Reading;
import parcelrecon.results.SplitResult;
import parcelrecon.results.SplitRow;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;
import parcelrecon.source.mapping.StoreList;
import parcelrecon.source.open.Sources;
import parcelrecon.spill.Partitions;

/** Freezes what the run is to read: the splits of every source, and into how many partitions. */
final class PlanRun implements Tasklet {

  /** A file is read in parts of about this size. */
  static final long SPLIT_BYTES = 32L << 20;

  private final RunInHand inHand;
  private final StageTimer timer;
  private final Optional<RecheckPlan> recheck;

  PlanRun(RunInHand inHand, StageTimer timer) {
    this.inHand = inHand;
    this.timer = timer;
    OptionalLong earlier = inHand.row().recheckOf();
    this.recheck =
        earlier.isEmpty()
            ? Optional.empty()
            : Optional.of(new RecheckPlan(inHand, earlier.getAsLong()));
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws Exception {
    Optional<Plan> kept = inHand.stores().plans().find(inHand.run()).filter(this::isDone);
    if (kept.isPresent()) {
      saveDayTotal(kept.get());
      return RepeatStatus.FINISHED;
    }
    inHand.progress().begin(Stage.PLAN.text(), "", 0);
    inHand.stop().check();
    forgetMatched();
    SourceProblems problems = new SourceProblems();
    Optional<StoreList> stores = storeList(problems);
    Plan plan = plan(stores, problems);
    inHand.stores().plans().save(inHand.run(), plan);
    takeOver(plan);
    saveDayTotal(plan);
    stores.ifPresent(this::finishStores);
    timer.add(plan.sources().stream().mapToLong(source -> source.splits().size()).sum());
    return RepeatStatus.FINISHED;
  }

  /**
   * A re-check that was interrupted is planned anew until all is matched: what it asked for by key
   * was asked in another snapshot.
   */
  private boolean isDone(Plan plan) {
    return (recheck.isEmpty() || isMatched(plan))
        && inHand.stores().splits().rows(inHand.run()).stream()
            .filter(row -> row.split().source() == SourceName.STORES)
            .allMatch(SplitRow::done);
  }

  /** Again of a plan that was kept: its process may have died before. */
  private void saveDayTotal(Plan plan) {
    plan.dayTotal().ifPresent(total -> inHand.stores().runs().saveDayTotal(inHand.run(), total));
  }

  private boolean isMatched(Plan plan) {
    return inHand.stores().partitions().rows(inHand.run()).size() == plan.partitions();
  }

  private void forgetMatched() {
    if (recheck.isPresent()) {
      inHand.stores().partitions().reopen(inHand.run());
      inHand.folder().forgetSecondLook();
    }
  }

  /** What has not changed counts as it was read. */
  private void takeOver(Plan plan) {
    for (PlannedSource source : plan.sources()) {
      if (source.reading() == Reading.AS_BEFORE) {
        long earlier = inHand.row().recheckOf().orElseThrow();
        inHand.stores().splits().takeOver(inHand.run(), earlier, source.name());
      }
    }
  }

  /** The list is read at once: it is small, and says nothing about a parcel. */
  private Optional<StoreList> storeList(SourceProblems problems) {
    return Optional.ofNullable(inHand.site().sources().get(SourceName.STORES))
        .flatMap(settings -> problems.reach(() -> Sources.stores(settings)));
  }

  private void finishStores(StoreList list) {
    long accepted = list.stores().size();
    long rejected = list.rejects().size();
    inHand
        .stores()
        .splits()
        .finish(
            inHand.run(),
            SourceName.STORES,
            0,
            new SplitResult(
                0, accepted + rejected, accepted, rejected, 0, 0, "", Optional.empty(), List.of()),
            list.rejects().iterator());
  }

  private Plan plan(Optional<StoreList> stores, SourceProblems problems) throws Exception {
    PlanRequest request = new PlanRequest(inHand.row().incident().window(), SPLIT_BYTES);
    Map<SourceName, Planned> plans = new EnumMap<>(SourceName.class);
    for (SourceName name : recordSources()) {
      problems
          .reach(() -> plan(inHand.sources().get(name), request))
          .ifPresent(plan -> plans.put(name, plan));
      inHand.stop().check();
    }
    problems.throwIfAny();
    List<PlannedSource> sources = new ArrayList<>();
    plans.values().forEach(plan -> sources.add(plan.source()));
    long plannedBytes =
        sources.stream()
            .flatMap(source -> source.splits().stream())
            .mapToLong(PlannedSplit::plannedBytes)
            .sum();
    stores.ifPresent(list -> sources.add(plannedStores()));
    return new Plan(
        partitions(plannedBytes).count(),
        sources,
        stores.map(StoreList::stores).orElse(List.of()),
        plans.get(SourceName.OUTBOUND).dayTotal());
  }

  private Planned plan(Source source, PlanRequest request) {
    if (recheck.isPresent()) {
      return recheck.get().plan(source, request);
    }
    SourcePlan plan = source.plan(request);
    return Planned.of(source, plan, plan.reasons(), Reading.WINDOW);
  }

  /** As many that the parcels of a partition to be followed are those of one partition. */
  private Partitions partitions(long plannedBytes) {
    if (recheck.isPresent()) {
      return new Partitions(recheck.get().partitions());
    }
    OptionalLong first = inHand.stores().runs().findFirstFound(inHand.run());
    return first.isEmpty()
        ? Partitions.forBytes(plannedBytes)
        : Partitions.forBytes(plannedBytes, partitionsOf(first.getAsLong()));
  }

  private int partitionsOf(long run) {
    return inHand.stores().plans().partitions(run);
  }

  private List<SourceName> recordSources() {
    return inHand.site().sources().keySet().stream()
        .filter(name -> name != SourceName.STORES)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private PlannedSource plannedStores() {
    return new PlannedSource(
        SourceName.STORES,
        inHand.site().sources().get(SourceName.STORES).reader().type(),
        false,
        List.of(Coverage.Reason.of(Coverage.Code.TAKEN_AS_ALL_THERE_IS)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Reading.WINDOW,
        List.of(new PlannedSplit(SourceName.STORES, 0, 0, new TreeMap<>())));
  }

  /** A source as it is planned, and the day's total where it could count it. */
  record Planned(PlannedSource source, OptionalLong dayTotal) {

    static Planned of(
        Source source, SourcePlan plan, List<Coverage.Reason> reasons, Reading reading) {
      return new Planned(
          new PlannedSource(
              source.name(),
              source.type(),
              source.byKey().isPresent(),
              reasons,
              plan.completeThrough(),
              plan.groups(),
              source.snapshot(),
              reading,
              reading == Reading.BY_KEY
                  ? List.of()
                  : plan.splits().stream().map(PlanRun::planned).toList()),
          plan.dayTotal());
    }
  }

  private static PlannedSplit planned(Split split) {
    return new PlannedSplit(split.source(), split.ordinal(), split.plannedBytes(), split.at());
  }
}
