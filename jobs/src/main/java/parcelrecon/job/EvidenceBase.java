package parcelrecon.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Coverage;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.SourceName;
import parcelrecon.results.PartitionRow;
import parcelrecon.results.Plan;
import parcelrecon.results.PlannedSource;
import parcelrecon.results.SplitResult;
import parcelrecon.results.SplitRow;
import parcelrecon.rule.JudgingContext;
import parcelrecon.source.SourceSettings;

/** What the sources could show in this run, once every split is read. */
final class EvidenceBase {

  private static final Comparator<Coverage.Reason> ORDER =
      Comparator.comparing(Coverage.Reason::code)
          .thenComparing(reason -> String.join("\n", reason.arguments()));

  private final RunInHand inHand;
  private final Plan plan;
  private final List<SplitRow> splits;

  EvidenceBase(RunInHand inHand) {
    this.inHand = inHand;
    this.plan = inHand.stores().plans().find(inHand.run()).orElseThrow();
    this.splits = inHand.stores().splits().rows(inHand.run());
  }

  /**
   * Everything the rules know besides the parcels.
   *
   * @param partitions those matched so far; they add what only a match can count
   */
  JudgingContext context(List<PartitionRow> partitions) {
    Map<SourceName, Coverage> coverage = new EnumMap<>(SourceName.class);
    for (PlannedSource source : plan.sources()) {
      coverage.put(source.name(), coverage(source, partitions));
    }
    Site site = inHand.site();
    SourceSettings payments = site.sources().get(SourceName.PAYMENTS);
    return new JudgingContext(
        inHand.row().incident().window(),
        inHand.row().incident().phases(),
        inHand.row().asOf(),
        site.rules(),
        new JudgingContext.Sources(
            coverage,
            payments != null && payments.independent(),
            paymentsCompleteThrough(),
            outboundsAnywhere()),
        events());
  }

  private Coverage coverage(PlannedSource source, List<PartitionRow> partitions) {
    List<Coverage.Reason> reasons = new ArrayList<>(source.reasons());
    results(source.name()).forEach(result -> reasons.addAll(result.reasons()));
    if (source.name() == SourceName.PAYMENTS) {
      paymentsCompleteThrough()
          .ifPresent(instant -> reasons.add(Coverage.Reason.of(Code.COMPLETE_THROUGH, instant)));
    }
    addCount(
        reasons,
        Code.ROWS_OF_ANY_PARCEL,
        results(source.name()).mapToLong(SplitResult::rejectedWithoutParcel).sum());
    addCount(reasons, Code.DUPLICATES, duplicates(source.name(), partitions));
    return new Coverage(Coverage.together(reasons).reasons().stream().sorted(ORDER).toList());
  }

  private static void addCount(List<Coverage.Reason> reasons, Code code, long count) {
    if (count > 0) {
      reasons.add(Coverage.Reason.of(code, count));
    }
  }

  private static long duplicates(SourceName source, List<PartitionRow> partitions) {
    return partitions.stream()
        .map(partition -> partition.sources().get(source))
        .filter(totals -> totals != null)
        .mapToLong(totals -> totals.duplicates())
        .sum();
  }

  /**
   * As the site says, else the database's snapshot, else the latest payment of all. A snapshot
   * later than as-of judges as as-of does, and would tell the wall clock. A control's is that of
   * the run it is for, moved back.
   */
  private Optional<Instant> paymentsCompleteThrough() {
    SourceSettings settings = inHand.site().sources().get(SourceName.PAYMENTS);
    if (settings == null) {
      return Optional.empty();
    }
    if (!inHand.horizon().isNone()) {
      return inHand.horizon().paymentsCompleteThrough();
    }
    Instant asOf = inHand.row().asOf();
    return settings
        .completeThrough()
        .or(
            () ->
                plan.sources().stream()
                    .filter(source -> source.name() == SourceName.PAYMENTS)
                    .findFirst()
                    .flatMap(PlannedSource::completeThrough)
                    .map(snapshot -> snapshot.isAfter(asOf) ? asOf : snapshot))
        .or(
            () ->
                results(SourceName.PAYMENTS)
                    .flatMap(result -> result.latestPaidAt().stream())
                    .max(Comparator.naturalOrder()));
  }

  private boolean outboundsAnywhere() {
    return plan.sources().stream()
        .filter(source -> source.name() == SourceName.OUTBOUND)
        .allMatch(source -> Site.knowsAnywhere(source.type(), source.byKey()));
  }

  private JudgingContext.Events events() {
    Site.EventTypes types = inHand.site().events();
    return new JudgingContext.Events(
        types.outbound(),
        types.reversal(),
        types.stillHere(),
        plan.sources().stream().flatMap(source -> source.groups().stream()).toList());
  }

  private Stream<SplitResult> results(SourceName source) {
    return splits.stream()
        .filter(row -> row.split().source() == source)
        .flatMap(row -> row.result().stream());
  }
}
