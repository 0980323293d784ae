package parcelrecon.results;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import parcelrecon.clock.ClockCount;
import parcelrecon.model.SourceName;
import parcelrecon.rule.CodBalance;

/**
 * Everything counted over one partition that its kept parcels do not tell.
 *
 * @param parcelsInScope those with and without a mismatch
 * @param parcelsClean in scope without any mismatch
 * @param completedOnDays distinct parcels completed on the local days the window touches
 * @param pickUps completed outbounds in scope
 * @param slowerThan completed outbounds in scope whose request took at least so many seconds
 * @param codBalances one for each currency
 * @param clocks one for each pair and difference
 */
public record PartitionTotals(
    Map<SourceName, SourceTotals> sources,
    long parcelsInScope,
    long parcelsClean,
    long completedOnDays,
    long pickUps,
    List<Totals.Minute> minutes,
    List<StoreOutbounds> stores,
    Map<Integer, Long> slowerThan,
    List<CodBalance> codBalances,
    List<ClockCount> clocks) {

  public PartitionTotals {
    sources = Map.copyOf(sources);
    minutes = List.copyOf(minutes);
    stores = List.copyOf(stores);
    slowerThan = Map.copyOf(slowerThan);
    codBalances = List.copyOf(codBalances);
    clocks = List.copyOf(clocks);
  }

  /** As these, but for the rows of sources. */
  public PartitionTotals withSources(Map<SourceName, SourceTotals> others) {
    return new PartitionTotals(
        others,
        parcelsInScope,
        parcelsClean,
        completedOnDays,
        pickUps,
        minutes,
        stores,
        slowerThan,
        codBalances,
        clocks);
  }

  /**
   * Where the accepted rows of one source went. {@code accepted} = in scope + out of scope.
   *
   * @param lookedUp parcels asked for again
   * @param found records the first look had not shown
   * @param healed parcels that lost a mismatch by it
   */
  public record SourceTotals(
      long accepted,
      long inScope,
      long outOfScope,
      long duplicates,
      long lookedUp,
      long found,
      long healed) {}

  /** Completed outbounds in scope of one store. */
  public record StoreOutbounds(String storeId, long outbounds) {
    public StoreOutbounds {
      Objects.requireNonNull(storeId);
    }
  }
}
