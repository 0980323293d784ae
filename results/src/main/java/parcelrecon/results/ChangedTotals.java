package parcelrecon.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import parcelrecon.clock.ClockCount;
import parcelrecon.results.PartitionTotals.StoreOutbounds;
import parcelrecon.results.Totals.Minute;
import parcelrecon.rule.CodBalance;

/**
 * What was counted over a partition once some of its parcels were judged again: what they had added
 * is taken out, what they add now put in. The rows of sources are those of the judging again.
 */
public final class ChangedTotals {

  private final PartitionTotals before;
  private final PartitionTotals out;
  private final PartitionTotals in;

  private ChangedTotals(PartitionTotals before, PartitionTotals out, PartitionTotals in) {
    this.before = before;
    this.out = out;
    this.in = in;
  }

  /**
   * @param before of all parcels
   * @param out of those judged again, as they were judged before
   * @param in of the same, as they are judged now
   */
  public static PartitionTotals of(
      PartitionTotals before, PartitionTotals out, PartitionTotals in) {
    return new ChangedTotals(before, out, in).totals();
  }

  private PartitionTotals totals() {
    return new PartitionTotals(
        in.sources(),
        count(PartitionTotals::parcelsInScope),
        count(PartitionTotals::parcelsClean),
        count(PartitionTotals::completedOnDays),
        count(PartitionTotals::pickUps),
        merged(PartitionTotals::minutes, Minute::minute, MINUTES),
        merged(PartitionTotals::stores, StoreOutbounds::storeId, STORES),
        slowerThan(),
        merged(PartitionTotals::codBalances, CodBalance::currency, BALANCES),
        merged(
            PartitionTotals::clocks,
            clock -> clock.pair() + " " + clock.differenceMillis(),
            CLOCKS));
  }

  private long count(Function<PartitionTotals, Long> of) {
    return notNegative(of.apply(before) - of.apply(out) + of.apply(in));
  }

  private static long notNegative(long count) {
    if (count < 0) {
      throw new IllegalStateException("more was taken out of a partition than was counted");
    }
    return count;
  }

  /** How counted things are taken back, added up, and left out. */
  private record Sums<T>(Function<T, T> back, BinaryOperator<T> plus, Predicate<T> isNothing) {}

  private static final Sums<Minute> MINUTES =
      new Sums<>(
          one -> new Minute(one.minute(), -one.outbounds(), -one.shownAsFailed(), -one.events()),
          (left, right) ->
              new Minute(
                  left.minute(),
                  left.outbounds() + right.outbounds(),
                  left.shownAsFailed() + right.shownAsFailed(),
                  left.events() + right.events()),
          sum ->
              (notNegative(sum.outbounds())
                      | notNegative(sum.shownAsFailed())
                      | notNegative(sum.events()))
                  == 0);

  private static final Sums<StoreOutbounds> STORES =
      new Sums<>(
          one -> new StoreOutbounds(one.storeId(), -one.outbounds()),
          (left, right) -> new StoreOutbounds(left.storeId(), left.outbounds() + right.outbounds()),
          sum -> notNegative(sum.outbounds()) == 0);

  private static final Sums<CodBalance> BALANCES =
      new Sums<>(
          one ->
              new CodBalance(one.currency(), -one.dueMinusPaidMinor(), -one.withinToleranceMinor()),
          CodBalance::plus,
          sum -> false);

  private static final Sums<ClockCount> CLOCKS =
      new Sums<>(
          one -> new ClockCount(one.pair(), one.differenceMillis(), -one.pairs()),
          (left, right) ->
              new ClockCount(left.pair(), left.differenceMillis(), left.pairs() + right.pairs()),
          sum -> notNegative(sum.pairs()) == 0);

  private <K extends Comparable<K>, T> List<T> merged(
      Function<PartitionTotals, List<T>> of, Function<T, K> key, Sums<T> sums) {
    Map<K, T> all = new TreeMap<>();
    List<T> parts = new ArrayList<>(of.apply(before));
    of.apply(out).stream().map(sums.back()).forEach(parts::add);
    parts.addAll(of.apply(in));
    parts.forEach(part -> all.merge(key.apply(part), part, sums.plus()));
    return all.values().stream().filter(sums.isNothing().negate()).toList();
  }

  private Map<Integer, Long> slowerThan() {
    Map<Integer, Long> sums = new TreeMap<>(before.slowerThan());
    out.slowerThan().forEach((seconds, count) -> sums.merge(seconds, -count, Long::sum));
    in.slowerThan().forEach((seconds, count) -> sums.merge(seconds, count, Long::sum));
    sums.values().forEach(ChangedTotals::notNegative);
    return sums;
  }
}
