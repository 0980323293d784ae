package parcelrecon.results.packages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.results.Columns;

/**
 * What was decided about a package, once.
 *
 * @param by who; of a void one who came upon it
 * @param cause of a void one only
 * @param reason the person's words; of a void one what differed; may be empty
 * @param expiresAt of an approval only
 * @param approvedSha256 the hash of the approved copy; of an approval only
 */
public record PackageDecision(
    Kind kind,
    String by,
    Instant at,
    Optional<VoidCause> cause,
    String reason,
    Optional<Instant> expiresAt,
    Optional<String> approvedSha256) {

  /** The names are in the database: none is ever renamed. */
  public enum Kind {
    APPROVED,
    REFUSED,
    VOIDED
  }

  static PackageDecision of(ResultSet row) throws SQLException {
    return new PackageDecision(
        Kind.valueOf(row.getString("decision")),
        row.getString("decided_by"),
        Columns.instant(row, "decided_at"),
        Columns.optional(row, "cause", VoidCause.class),
        row.getString("reason"),
        Columns.optionalInstant(row, "expires_at"),
        Optional.ofNullable(row.getString("approved_sha256")));
  }
}
