package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;

/**
 * What reading one split gave. {@code read} = accepted + rejected.
 *
 * @param filtered left out by the site's include or exclude; not in {@code read}
 * @param rejectedWithoutParcel of the rejected ones, those that could belong to any parcel
 * @param bytes the length of its spill file
 * @param checksum of its spill file
 * @param latestPaidAt the greatest paidAt of its accepted rows; absent when none has one
 * @param reasons what was learnt of the coverage while reading
 */
public record SplitResult(
    long filtered,
    long read,
    long accepted,
    long rejected,
    long rejectedWithoutParcel,
    long bytes,
    String checksum,
    Optional<Instant> latestPaidAt,
    List<Coverage.Reason> reasons) {
  public SplitResult {
    reasons = List.copyOf(reasons);
  }
}
