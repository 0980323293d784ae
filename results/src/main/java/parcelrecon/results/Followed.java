package parcelrecon.results;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.News;

/**
 * A parcel that was affected in the run that first found the incident, then and now.
 *
 * @param then as it was first found
 * @param now as this run finds it. It may have no mismatch any more, and no record at all when
 *     nothing of it was seen: that is not known, not healed
 * @param outcome what became of it
 * @param news by which change: the records that are new or differ since then
 * @param suggestedAsOf the as-of of the latest earlier run of the incident that suggested exactly
 *     the change its pick-up record shows now (a REVERT_OUTBOUND or COMPLETE_OUTBOUND of the same
 *     row, which has had no other change since); absent when none did, or nobody can tell for lack
 *     of a row version
 */
public record Followed(
    ParcelRow then, ParcelRow now, Outcome outcome, News news, Optional<Instant> suggestedAsOf) {

  public String parcelId() {
    return then.parcelId();
  }

  /** What somebody has left to do or to wait for, ordered by suggestion; empty when all is done. */
  public List<Datafix> left() {
    return now.datafixes().stream().filter(Datafix::isToBeDone).toList();
  }

  /** Whether this run says anything of it that the first did not. */
  boolean differs() {
    return !news.isNone()
        || then.standing() != now.standing()
        || !then.verdict().equals(now.verdict())
        || !then.datafixes().equals(now.datafixes())
        || !withoutRefs(then).equals(withoutRefs(now));
  }

  /** Where a record stands is no difference: see {@link News}. */
  private static List<List<Object>> withoutRefs(ParcelRow parcel) {
    return parcel.mismatches().stream()
        .map(MismatchRow::mismatch)
        .map(
            mismatch ->
                Arrays.<Object>asList(
                    mismatch.kind(),
                    mismatch.group(),
                    mismatch.proof(),
                    mismatch.amounts(),
                    mismatch.reason()))
        .toList();
  }
}
