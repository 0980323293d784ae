package parcelrecon.results.listing;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;

/** What is counted over a run's list; read as it is asked for. */
final class ListingTotals {

  /** The most rows that are counted one by one, of what changes with every review. */
  static final long COUNTED_MAX = 10_000;

  private static final Map<ListingIndex, String> COUNTS =
      new EnumMap<>(
          Map.of(
              ListingIndex.DECISION, "listing/count_by_decision",
              ListingIndex.OPEN, "listing/count_by_open",
              ListingIndex.ASSIGNEE, "listing/count_by_assignee"));

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
    return totals;
  }

  /** Counts rows, as far as the limit. */
  ListingCount count(ListingIndex index, String value) {
    Query query =
        handle
            .createQuery(Sql.of(COUNTS.get(index)))
            .bind("run", run)
            .bind("rows_max", COUNTED_MAX + 1);
    if (index.hasValue()) {
      query.bind("value", value);
    }
    long rows = query.mapTo(Long.class).one();
    return rows > COUNTED_MAX
        ? new ListingCount(COUNTED_MAX, ListingCount.Bound.MORE_THAN)
        : new ListingCount(rows, ListingCount.Bound.EXACT);
  }
}
