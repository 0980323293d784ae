package parcelrecon.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parcelrecon.model.Coverage;
import parcelrecon.rule.JudgingContext.GroupOffsets;

/**
 * What a source froze for a run.
 *
 * @param splits numbered from 0 without a gap
 * @param reasons what is known of the coverage before reading
 * @param dayTotal parcels completed on the days the window touches, where the source can count them
 *     at once
 * @param completeThrough payments: an instant after which rows may be missing, where known before
 *     reading
 * @param groups events: where the watched groups stood, those with at least one committed offset
 */
public record SourcePlan(
    List<Split> splits,
    List<Coverage.Reason> reasons,
    OptionalLong dayTotal,
    Optional<Instant> completeThrough,
    List<GroupOffsets> groups) {

  public SourcePlan {
    splits = List.copyOf(splits);
    reasons = List.copyOf(reasons);
    groups = List.copyOf(groups);
  }

  public static SourcePlan of(List<Split> splits, List<Coverage.Reason> reasons) {
    return new SourcePlan(splits, reasons, OptionalLong.empty(), Optional.empty(), List.of());
  }
}
