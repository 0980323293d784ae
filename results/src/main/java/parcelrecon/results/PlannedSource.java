package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.rule.JudgingContext.GroupOffsets;

/**
 * A source as the plan froze it.
 *
 * @param type how it is read: jdbc, csv, json-lines, kafka or kafka-segments
 * @param byKey whether it can be asked for single parcels
 * @param reasons what was known of its coverage before reading
 * @param completeThrough rows later than this may be missing; absent when not known before reading
 * @param groups where the watched consumer groups stood
 * @param snapshot what its database calls the snapshot it is read in
 */
public record PlannedSource(
    SourceName name,
    String type,
    boolean byKey,
    List<Coverage.Reason> reasons,
    Optional<Instant> completeThrough,
    List<GroupOffsets> groups,
    Optional<String> snapshot,
    Reading reading,
    List<PlannedSplit> splits) {
  public PlannedSource {
    reasons = List.copyOf(reasons);
    groups = List.copyOf(groups);
    splits = List.copyOf(splits);
  }

  /** As an earlier run planned it, to count as that run read it. */
  public PlannedSource asBefore() {
    return new PlannedSource(
        name, type, byKey, reasons, completeThrough, groups, snapshot, Reading.AS_BEFORE, splits);
  }
}
