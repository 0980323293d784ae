package parcelrecon.results.listing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.BatchedInsert;
import parcelrecon.results.Json;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;
import tools.jackson.core.type.TypeReference;

/** How many rows of a list have which value. Memory: the values, of which stores are the most. */
final class FacetTotals {

  private static final TypeReference<Map<Facet, TreeMap<String, Long>>> TYPE =
      new TypeReference<>() {};

  private final Map<Facet, TreeMap<String, Long>> rows = new EnumMap<>(Facet.class);

  FacetTotals() {
    add(Facet.ALL, "", 0);
  }

  static FacetTotals of(Collection<ListedMismatch> listed) {
    FacetTotals totals = new FacetTotals();
    for (ListedMismatch row : listed) {
      for (Facet facet : Facet.values()) {
        facet.of(row).forEach(value -> totals.add(facet, value, 1));
      }
    }
    return totals;
  }

  String json() {
    return Json.write(rows);
  }

  /** Adds what {@link #json} gave of other rows. */
  void add(String json) {
    Json.read(json, TYPE)
        .forEach((facet, values) -> values.forEach((value, count) -> add(facet, value, count)));
  }

  private void add(Facet facet, String value, long count) {
    rows.computeIfAbsent(facet, none -> new TreeMap<>()).merge(value, count, Long::sum);
  }

  /**
   * Adds up the totals of a run's partitions and what was carried over to them, and keeps them in
   * place of earlier ones.
   */
  static void keep(Handle handle, long run) {
    FacetTotals totals = new FacetTotals();
    Rows.forEach(
        handle.createQuery(Sql.of("listing/partition_totals")).bind("run", run),
        row -> totals.add(row.getString("totals")));
    totals.count(handle, run, Facet.DECISION, "listing/decisions");
    totals.count(handle, run, Facet.ASSIGNEE, "listing/assignees");
    handle.createUpdate(Sql.of("listing/delete_totals")).bind("run", run).execute();
    BatchedInsert inserts = new BatchedInsert(handle, "listing/insert_total");
    totals.rows.forEach(
        (facet, values) ->
            values.forEach(
                (value, count) ->
                    inserts.add(
                        row ->
                            row.bind("run", run)
                                .bind("facet", facet.name())
                                .bind("facet_value", value)
                                .bind("listed_rows", count))));
    inserts.flush();
  }

  private void count(Handle handle, long run, Facet facet, String statement) {
    Rows.forEach(
        handle.createQuery(Sql.of(statement)).bind("run", run),
        row -> add(facet, row.getString("facet_value"), row.getLong("listed_rows")));
  }
}
