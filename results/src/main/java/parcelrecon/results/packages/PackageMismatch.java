package parcelrecon.results.packages;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;
import parcelrecon.results.Columns;
import parcelrecon.results.listing.ListedMismatch.Stake;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.review.MismatchId;
import parcelrecon.rule.MismatchKind;

/**
 * A confirmed mismatch that a package stands on.
 *
 * @param facts it was confirmed with
 * @param review the incident's latest review of it at that time
 * @param wholeParcel whether a system is changed for it (a statement, an event), so that everything
 *     else about the parcel has to be confirmed, too
 */
public record PackageMismatch(
    MismatchId id, String facts, long review, boolean wholeParcel, Stake stake) {

  /** Where it stands in the list. */
  public ListingPosition position() {
    return new ListingPosition(id.parcelId(), id.kind().name(), id.group());
  }

  static PackageMismatch of(ResultSet row) throws SQLException {
    return new PackageMismatch(
        new MismatchId(
            row.getString("parcel_id"),
            MismatchKind.valueOf(row.getString("kind")),
            row.getString("consumer_group")),
        row.getString("facts"),
        row.getLong("review_no"),
        row.getBoolean("whole_parcel"),
        new Stake(
            row.getString("currency"),
            Columns.number(row, "to_collect_minor"),
            Columns.number(row, "to_refund_minor")));
  }

  void bind(SqlStatement<?> row) {
    row.bind("parcel_key", Columns.key(id.parcelId()))
        .bind("kind", id.kind().name())
        .bind("consumer_group", id.group())
        .bind("parcel_id", id.parcelId())
        .bind("facts", facts)
        .bind("review_no", review)
        .bind("whole_parcel", wholeParcel)
        .bind("currency", stake.currency())
        .bind("to_collect_minor", stake.toCollectMinor())
        .bind("to_refund_minor", stake.toRefundMinor());
  }
}
