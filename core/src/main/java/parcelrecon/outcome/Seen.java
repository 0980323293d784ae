package parcelrecon.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Mismatch;

/**
 * What one run says of a parcel.
 *
 * @param evidence without any record when none was seen
 * @param lookedFor what the run could find
 * @param retryWindow how long a visit lasts at most
 */
public record Seen(
    ParcelEvidence evidence,
    Optional<Verdict> verdict,
    List<Mismatch> mismatches,
    List<Datafix> datafixes,
    LookedFor lookedFor,
    Duration retryWindow) {

  public Seen {
    mismatches = List.copyOf(mismatches);
    datafixes = List.copyOf(datafixes);
  }

  /** What somebody has left to do. */
  List<Datafix> left() {
    return datafixes.stream().filter(Datafix::isToBeDone).toList();
  }

  /** Whether it is found, open or not; the same in every run are parcel, kind and group. */
  boolean has(Mismatch mismatch) {
    return mismatches.stream().anyMatch(mismatch::isSame);
  }

  boolean isOpen(Mismatch mismatch) {
    return mismatches.stream()
        .filter(mismatch::isSame)
        .anyMatch(found -> Datafix.isOpen(found, datafixes));
  }
}
