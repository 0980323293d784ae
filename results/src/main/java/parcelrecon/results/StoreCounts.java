package parcelrecon.results;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Utf8Order;

/** What a run counted per store, added up by the database. */
final class StoreCounts {

  private final Handle handle;
  private final long run;
  private final Map<String, Map<String, Long>> toCollectMinor = new HashMap<>();
  private final Map<String, Map<String, Long>> toRefundMinor = new HashMap<>();

  StoreCounts(Handle handle, long run) {
    this.handle = handle;
    this.run = run;
  }

  /** Ordered by store id. */
  List<Totals.StoreTotals> read() {
    Map<String, Long> outbounds = counts("store_outbound_totals", "outbounds");
    Map<String, Long> affected = counts("store_affected_totals", "parcels");
    readAmounts();
    TreeSet<String> stores = new TreeSet<>(Utf8Order.COMPARATOR);
    stores.addAll(outbounds.keySet());
    stores.addAll(affected.keySet());
    return stores.stream()
        .map(
            store ->
                new Totals.StoreTotals(
                    store,
                    outbounds.getOrDefault(store, 0L),
                    affected.getOrDefault(store, 0L),
                    toCollectMinor.getOrDefault(store, Map.of()),
                    toRefundMinor.getOrDefault(store, Map.of())))
        .toList();
  }

  private Map<String, Long> counts(String statement, String column) {
    Map<String, Long> counts = new HashMap<>();
    Rows.forEach(
        handle.createQuery(Sql.of(statement)).bind("run", run),
        row -> counts.put(row.getString("store_id"), row.getLong(column)));
    return counts;
  }

  private void readAmounts() {
    Rows.forEach(
        handle.createQuery(Sql.of("store_amount_totals")).bind("run", run),
        row -> {
          String store = row.getString("store_id");
          String currency = row.getString("currency");
          KindCounts.addSum(
              of(toCollectMinor, store), currency, row.getBigDecimal("to_collect_minor"));
          KindCounts.addSum(
              of(toRefundMinor, store), currency, row.getBigDecimal("to_refund_minor"));
        });
    toCollectMinor.replaceAll((store, sums) -> Collections.unmodifiableMap(sums));
    toRefundMinor.replaceAll((store, sums) -> Collections.unmodifiableMap(sums));
  }

  private static Map<String, Long> of(Map<String, Map<String, Long>> sums, String store) {
    return sums.computeIfAbsent(store, none -> new TreeMap<>());
  }
}
