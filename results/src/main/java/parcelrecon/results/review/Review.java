package parcelrecon.results.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.results.Columns;
import parcelrecon.rule.MismatchKind;

/**
 * What one person did to one mismatch.
 *
 * @param number from 1 in an incident, without gaps
 * @param run whose list the reviewer looked at
 * @param facts SHA-256 of the mismatch's facts in that run
 * @param by the reviewer's name
 */
public record Review(
    long number,
    long run,
    MismatchId mismatch,
    String facts,
    ReviewAct act,
    String by,
    Instant at) {

  /** The kinds of acts, as the database names them: none is ever renamed. */
  enum What {
    DECIDED,
    ASSIGNED,
    COMMENTED;

    static What of(ReviewAct act) {
      if (act instanceof ReviewAct.Decide) {
        return DECIDED;
      }
      return act instanceof ReviewAct.Assign ? ASSIGNED : COMMENTED;
    }
  }

  /** Absent unless it decided. */
  public Optional<ReviewDecision> decision() {
    return act instanceof ReviewAct.Decide decide
        ? Optional.of(decide.decision())
        : Optional.empty();
  }

  static Review of(ResultSet row) throws SQLException {
    return new Review(
        row.getLong("review_no"),
        row.getLong("run"),
        mismatch(row),
        row.getString("facts"),
        act(row),
        row.getString("reviewed_by"),
        Columns.instant(row, "reviewed_at"));
  }

  private static MismatchId mismatch(ResultSet row) throws SQLException {
    return new MismatchId(
        row.getString("parcel_id"),
        MismatchKind.valueOf(row.getString("kind")),
        row.getString("consumer_group"));
  }

  private static ReviewAct act(ResultSet row) throws SQLException {
    String note = row.getString("note");
    return switch (What.valueOf(row.getString("what"))) {
      case DECIDED -> new ReviewAct.Decide(ReviewDecision.valueOf(row.getString("decision")), note);
      case ASSIGNED -> new ReviewAct.Assign(Optional.ofNullable(row.getString("assignee")), note);
      case COMMENTED -> new ReviewAct.Comment(note);
    };
  }
}
