package parcelrecon.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.rule.JudgingContext;

/** What was read of each source of a run, added up over splits and partitions. */
final class SourceCounts {

  private static final SourceTotals NOTHING = new SourceTotals(0, 0, 0, 0, 0, 0, 0);

  private final Handle handle;
  private final long run;
  private final Optional<JudgingContext> context;

  /**
   * @param context absent in a run that ended before anything was judged
   */
  SourceCounts(Handle handle, long run, Optional<JudgingContext> context) {
    this.handle = handle;
    this.run = run;
    this.context = context;
  }

  /** In the order of the sources' names. */
  List<SourceRow> read() {
    List<SplitRow> splits = SplitStore.rows(handle, run);
    Map<SourceName, SourceTotals> partitions = partitions();
    return PlanStore.sources(handle, run).stream()
        .map(
            source ->
                row(
                    source,
                    splits.stream()
                        .filter(split -> split.split().source() == source.name())
                        .flatMap(split -> split.result().stream())
                        .toList(),
                    partitions.getOrDefault(source.name(), NOTHING)))
        .toList();
  }

  /** The store list is about no parcel: all of it counts as in scope. */
  private SourceRow row(PlannedSource source, List<SplitResult> read, SourceTotals matched) {
    return new SourceRow(
        source.name(),
        source.type(),
        new SourceRow.Counts(
            sum(read, SplitResult::filtered),
            sum(read, SplitResult::read),
            sum(read, SplitResult::accepted),
            sum(read, SplitResult::rejected),
            matched.duplicates(),
            source.name() == SourceName.STORES
                ? sum(read, SplitResult::accepted)
                : matched.inScope(),
            matched.outOfScope()),
        new SourceRow.SecondLook(matched.lookedUp(), matched.found(), matched.healed()),
        coverage(source, read, matched.duplicates()));
  }

  /** What the rules knew, and what was counted since. */
  private Coverage coverage(PlannedSource source, List<SplitResult> read, long duplicates) {
    Set<Coverage.Reason> reasons = new LinkedHashSet<>(known(source, read));
    addCount(reasons, Coverage.Code.DUPLICATES, duplicates);
    addCount(
        reasons, Coverage.Code.ROWS_OF_ANY_PARCEL, sum(read, SplitResult::rejectedWithoutParcel));
    return new Coverage(List.copyOf(reasons));
  }

  private List<Coverage.Reason> known(PlannedSource source, List<SplitResult> read) {
    Optional<Coverage> judged =
        context.map(JudgingContext::sources).map(sources -> sources.coverage().get(source.name()));
    if (judged.isPresent()) {
      return judged.get().reasons();
    }
    List<Coverage.Reason> reasons = new ArrayList<>(source.reasons());
    read.forEach(result -> reasons.addAll(result.reasons()));
    return Coverage.together(reasons).reasons();
  }

  private static void addCount(Set<Coverage.Reason> reasons, Coverage.Code code, long count) {
    if (count > 0 && reasons.stream().noneMatch(reason -> reason.code() == code)) {
      reasons.add(Coverage.Reason.of(code, count));
    }
  }

  private static long sum(List<SplitResult> read, ToLongFunction<SplitResult> count) {
    return read.stream().mapToLong(count).sum();
  }

  private Map<SourceName, SourceTotals> partitions() {
    Map<SourceName, SourceTotals> totals = new EnumMap<>(SourceName.class);
    Rows.forEach(
        handle.createQuery(Sql.of("partition_source_totals")).bind("run", run),
        row ->
            totals.put(
                SourceName.valueOf(row.getString("source")), PartitionStore.sourceTotals(row)));
    return totals;
  }
}
