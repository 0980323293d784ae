package parcelrecon.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.SourceName;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Mismatch;

/**
 * What one run says of a parcel.
 *
 * @param evidence without any record when none was seen
 * @param sources those the run was configured with
 * @param retryWindow how long a visit lasts at most
 */
public record Seen(
    ParcelEvidence evidence,
    Optional<Verdict> verdict,
    List<Mismatch> mismatches,
    List<Datafix> datafixes,
    Set<SourceName> sources,
    Duration retryWindow) {

  public Seen {
    mismatches = List.copyOf(mismatches);
    datafixes = List.copyOf(datafixes);
    sources = Set.copyOf(sources);
  }

  /** What somebody has left to do. */
  List<Datafix> left() {
    return datafixes.stream().filter(Datafix::isToBeDone).toList();
  }
}
