package parcelrecon.results.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;
import parcelrecon.results.Columns;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;
import parcelrecon.rule.MismatchKind;

/**
 * Keeps in step how many rows of a run's list have which decision, and are whose work, while some
 * of its rows come to show other ones. Counting them all again would read the list. Memory: the
 * mismatches.
 */
final class ShownTotals {

  private final Handle handle;
  private final long run;
  private final Set<MismatchId> mismatches;
  private final Map<String, Map<String, Long>> more = new TreeMap<>();

  /** Before they do. */
  ShownTotals(Handle handle, long run, Collection<Review> reviews) {
    this.handle = handle;
    this.run = run;
    this.mismatches = reviews.stream().map(Review::mismatch).collect(Collectors.toSet());
    count(-1);
  }

  /** Once they do. */
  void shift() {
    count(1);
    more.forEach(
        (facet, values) ->
            values.forEach(
                (value, rows) -> {
                  if (rows != 0) {
                    shift(facet, value, rows);
                  }
                }));
  }

  private void shift(String facet, String value, long rows) {
    total("review/begin_total", facet, value).execute();
    total("review/shift_total", facet, value).bind("more", rows).execute();
  }

  private Update total(String statement, String facet, String value) {
    return handle
        .createUpdate(Sql.of(statement))
        .bind("run", run)
        .bind("facet", facet)
        .bind("facet_value", value);
  }

  private void count(long each) {
    Rows.forEach(
        handle
            .createQuery(Sql.of("review/shown_of_parcels"))
            .bind("run", run)
            .bind("parcel_keys", keys()),
        row -> {
          if (mismatches.contains(mismatch(row))) {
            add("DECISION", row.getString("decision"), each);
            add("ASSIGNEE", row.getString("assignee"), each);
          }
        });
  }

  private void add(String facet, String value, long rows) {
    if (value != null) {
      more.computeIfAbsent(facet, none -> new TreeMap<>()).merge(value, rows, Long::sum);
    }
  }

  private Argument keys() {
    byte[][] keys =
        mismatches.stream()
            .map(MismatchId::parcelId)
            .distinct()
            .map(Columns::key)
            .toArray(byte[][]::new);
    return (position, statement, context) -> {
      Array array = statement.getConnection().createArrayOf("bytea", keys);
      statement.setArray(position, array);
    };
  }

  private static MismatchId mismatch(ResultSet row) throws SQLException {
    return new MismatchId(
        row.getString("parcel_id"),
        MismatchKind.valueOf(row.getString("kind")),
        row.getString("consumer_group"));
  }
}
