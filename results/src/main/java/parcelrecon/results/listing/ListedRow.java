package parcelrecon.results.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import parcelrecon.model.Verdict;
import parcelrecon.results.BatchedInsert;
import parcelrecon.results.Columns;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;
import parcelrecon.rule.Standing;

/** A listed mismatch as a row of its table, and back. */
final class ListedRow {

  private ListedRow() {}

  static void insert(Handle handle, long run, Collection<ListedMismatch> rows) {
    BatchedInsert inserts = new BatchedInsert(handle, "listing/insert_mismatch");
    rows.forEach(listed -> inserts.add(row -> bind(row.bind("run", run), listed)));
    inserts.flush();
  }

  private static void bind(PreparedBatch row, ListedMismatch listed) {
    ListedMismatch.Stake stake = listed.stake();
    row.bind("parcel_key", Columns.key(listed.parcelId()))
        .bind("kind", listed.kind().name())
        .bind("consumer_group", listed.group())
        .bind("parcel_id", listed.parcelId())
        .bind("class", listed.kind().mismatchClass().name())
        .bind("proof", listed.proof().name())
        .bind("standing", listed.standing().name())
        .bind("verdict", listed.verdict().map(Enum::name).orElse(""))
        .bind("store_id", listed.storeId())
        .bind("phases", phases(listed.phases()))
        .bind("currency", stake.currency())
        .bind("to_collect_minor", stake.toCollectMinor())
        .bind("to_refund_minor", stake.toRefundMinor())
        .bind("stake_band", stake.band())
        .bind("requested_at", Columns.text(Optional.ofNullable(listed.requestedAt())))
        .bind("completed_at", Columns.text(Optional.ofNullable(listed.completedAt())))
        .bind("facts", listed.facts());
  }

  static ListedMismatch read(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new ListedMismatch(
        row.getString("parcel_id"),
        MismatchKind.valueOf(row.getString("kind")),
        row.getString("consumer_group"),
        Proof.valueOf(row.getString("proof")),
        Standing.valueOf(row.getString("standing")),
        verdict.isEmpty() ? Optional.empty() : Optional.of(Verdict.valueOf(verdict)),
        row.getString("store_id"),
        phases(row.getString("phases")),
        new ListedMismatch.Stake(
            row.getString("currency"),
            Columns.number(row, "to_collect_minor"),
            Columns.number(row, "to_refund_minor")),
        Columns.optionalInstant(row, "requested_at").orElse(null),
        Columns.optionalInstant(row, "completed_at").orElse(null),
        row.getString("facts"),
        new ListedMismatch.Review(
            row.getString("decision"),
            row.getString("assignee"),
            Columns.number(row, "review_no")));
  }

  /** As the column of that name has them. */
  static String phases(List<Integer> positions) {
    return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> phases(String positions) {
    return positions.isEmpty()
        ? List.of()
        : Stream.of(positions.split(",")).map(Integer::valueOf).toList();
  }
}
