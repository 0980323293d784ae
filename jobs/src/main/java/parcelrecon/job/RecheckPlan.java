package parcelrecon.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.PlannedSplit;
import parcelrecon.results.Reading;
import parcelrecon.rule.JudgingContext;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.Source;
import parcelrecon.source.SourcePlan;
import parcelrecon.source.Split;

/** How a re-check comes to what each source holds of the earlier run's parcels. */
final class RecheckPlan {

  /** Of another time, or counted anew. */
  private static final Set<Code> NOT_TAKEN_OVER =
      EnumSet.of(Code.OPEN_TRANSACTION, Code.DUPLICATES, Code.GROUP_WITHOUT_OFFSETS);

  private final long run;
  private final boolean isRecheck;
  private final Plan plan;
  private final JudgingContext context;

  /**
   * @param run the earlier one
   */
  RecheckPlan(RunInHand inHand, long run) {
    this.run = run;
    this.isRecheck = inHand.stores().runs().find(run).orElseThrow().recheckOf().isPresent();
    this.plan = inHand.stores().plans().find(run).orElseThrow();
    this.context = inHand.stores().contexts().find(run).orElseThrow();
  }

  /** As many as the earlier run has: its parcels are found by the number of their partition. */
  int partitions() {
    return plan.partitions();
  }

  /** Freezes what is to be read or asked of a source; what it has not changed since is not read. */
  PlanRun.Planned plan(Source source, PlanRequest request) {
    Optional<PlannedSource> before =
        plan.sources().stream().filter(each -> each.name() == source.name()).findFirst();
    if (source.byKey().isPresent()) {
      return byKey(source, source.plan(request), before);
    }
    return before
        .flatMap(earlier -> source.planOnward(request, splits(earlier)))
        .map(onward -> onward(source, onward))
        .orElseGet(() -> again(source, source.plan(request), before));
  }

  private PlanRun.Planned byKey(Source source, SourcePlan asked, Optional<PlannedSource> before) {
    Stream<Reason> now =
        asked.reasons().stream().filter(reason -> reason.code() != Code.ONE_SNAPSHOT);
    List<Reason> reasons =
        Stream.of(
                Stream.of(Reason.of(Code.ASKED_BY_KEY)),
                now,
                doubts(source.name(), before),
                earlier(source.name(), reason -> reason.code() == Code.ROWS_OF_ANY_PARCEL))
            .flatMap(reason -> reason)
            .toList();
    return PlanRun.Planned.of(source, asked, reasons, Reading.BY_KEY);
  }

  private PlanRun.Planned onward(Source source, SourcePlan onward) {
    List<Reason> reasons = new ArrayList<>(onward.reasons());
    earlier(source.name(), reason -> !NOT_TAKEN_OVER.contains(reason.code())).forEach(reasons::add);
    return PlanRun.Planned.of(source, onward, Coverage.together(reasons).reasons(), Reading.ONWARD);
  }

  private PlanRun.Planned again(Source source, SourcePlan now, Optional<PlannedSource> before) {
    boolean hasChanged =
        source.type().equals(Site.DATABASE)
            || before.filter(earlier -> splits(earlier).equals(now.splits())).isEmpty();
    if (!hasChanged) {
      return new PlanRun.Planned(before.orElseThrow().asBefore(), now.dayTotal());
    }
    List<Reason> reasons =
        Stream.concat(now.reasons().stream(), doubts(source.name(), before)).toList();
    return PlanRun.Planned.of(source, now, reasons, Reading.WINDOW);
  }

  private static List<Split> splits(PlannedSource source) {
    return source.splits().stream().map(RecheckPlan::split).toList();
  }

  private static Split split(PlannedSplit split) {
    return new Split(split.source(), split.ordinal(), split.plannedBytes(), split.at());
  }

  private Stream<Reason> earlier(SourceName name, Predicate<Reason> which) {
    return Stream.ofNullable(context.sources().coverage().get(name))
        .flatMap(coverage -> coverage.reasons().stream())
        .filter(which);
  }

  /**
   * That parcels may have been overlooked when the window was read. What an earlier re-check could
   * not show of its parcels this one asks for again.
   */
  private Stream<Reason> doubts(SourceName name, Optional<PlannedSource> before) {
    if (before.filter(this::hasReadWindow).isPresent()) {
      boolean couldShowAll = earlier(name, reason -> isLacking(reason)).findAny().isEmpty();
      return couldShowAll ? Stream.empty() : Stream.of(parcelsOfRun());
    }
    return before.isPresent()
        ? earlier(name, reason -> reason.code() == Code.PARCELS_OF_RUN)
        : Stream.of(parcelsOfRun());
  }

  private boolean hasReadWindow(PlannedSource source) {
    return !isRecheck || source.reading().countsEarlier();
  }

  private static boolean isLacking(Reason reason) {
    return reason.code().state() != Coverage.State.COMPLETE;
  }

  private Reason parcelsOfRun() {
    return new Reason(
        Code.PARCELS_OF_RUN, List.of(String.valueOf(run)), Optional.of(Coverage.Gap.EMPTY));
  }
}
