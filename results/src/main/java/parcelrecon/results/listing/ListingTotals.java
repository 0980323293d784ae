package parcelrecon.results.listing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;

/** What is counted over a run's list; read as it is asked for. */
final class ListingTotals {

  private final Handle handle;
  private final long run;

  ListingTotals(Handle handle, long run) {
    this.handle = handle;
    this.run = run;
  }

  long of(Facet facet, String value) {
    return handle
        .createQuery(Sql.of("listing/total"))
        .bind("run", run)
        .bind("facet", facet.name())
        .bind("facet_value", value)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Values without a row are absent. */
  SortedMap<String, Long> of(Facet facet) {
    SortedMap<String, Long> totals = new TreeMap<>();
    Rows.forEach(
        handle.createQuery(Sql.of("listing/totals")).bind("run", run).bind("facet", facet.name()),
        row -> totals.put(row.getString("facet_value"), row.getLong("listed_rows")));
    totals.values().removeIf(rows -> rows == 0);
    return totals;
  }

  /** Rows without a decision. */
  long open() {
    long decided = of(Facet.DECISION).values().stream().mapToLong(Long::longValue).sum();
    return of(Facet.ALL, "") - decided;
  }
}
