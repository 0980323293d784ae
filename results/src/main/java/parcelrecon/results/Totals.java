package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/**
 * Everything a run counted over parcels. Amounts in minor units by currency, of CONFIRMED and
 * UNVERIFIED together.
 *
 * @param verdicts affected parcels by verdict; every verdict has an entry
 * @param verdictsNone affected parcels without a completed outbound
 * @param classes parcels with a mismatch of the class; COUNTER, MONEY, GOODS and DOWNSTREAM each
 *     have an entry
 * @param kinds every kind has an entry
 * @param datafixes parcels by suggestion; only those that occur
 * @param slowerThan completed outbounds in scope whose request took at least so many seconds (1, 3,
 *     5, 10, 30, 60)
 */
public record Totals(
    Parcels parcels,
    Map<Verdict, Long> verdicts,
    long verdictsNone,
    Map<MismatchClass, Long> classes,
    Map<MismatchKind, KindTotals> kinds,
    Map<Suggestion, Long> datafixes,
    Map<Integer, Long> slowerThan) {

  /** {@code inScope} = affected + downstreamOnly + informational + clean, or the run fails. */
  public record Parcels(
      long inScope, long affected, long downstreamOnly, long informational, long clean) {}

  /** Counts of one kind. */
  public record KindTotals(
      long mismatches,
      long confirmed,
      long unverified,
      long notDue,
      long edge,
      Map<String, Long> toCollectMinor,
      Map<String, Long> toRefundMinor) {}

  /**
   * What happened over time.
   *
   * @param each how many minutes a point stands for
   * @param points without a gap, in the order of time; empty when nothing was counted
   */
  public record Minutes(long each, List<Minute> points) {
    public Minutes {
      points = List.copyOf(points);
    }
  }

  /** One minute, or several that begin with it. */
  public record Minute(Instant minute, long outbounds, long shownAsFailed, long events) {}

  /**
   * One store with an outbound in scope.
   *
   * @param outbounds completed ones in scope
   * @param affected parcels
   */
  public record StoreTotals(
      String storeId,
      long outbounds,
      long affected,
      Map<String, Long> toCollectMinor,
      Map<String, Long> toRefundMinor) {}

  /** Time one stage of the run took. */
  public record Stage(String name, long millis, long rows) {}

  /** Parcels in scope of one receipt whose differences cancel out. */
  public record Receipts(long receipts, long parcels) {}

  /**
   * What was found of how many pick-ups.
   *
   * @param pickUps completed outbounds in scope
   * @param parcels by kind, without those whose payment may still come; every kind has an entry
   */
  public record Found(long pickUps, Map<MismatchKind, Long> parcels) {}

  /**
   * Parcels of one outcome.
   *
   * @param withLeft those of them for which something is left to be done
   */
  public record Outcomes(long parcels, long withLeft) {}
}
