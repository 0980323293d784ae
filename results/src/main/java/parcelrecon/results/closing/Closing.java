package parcelrecon.results.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;
import parcelrecon.results.audit.AuditHead;
import parcelrecon.rule.MismatchClass;

/**
 * That a person closed an incident, or opened it again.
 *
 * @param number from 1 in an incident, without gaps
 * @param run the latest finished one, which the person looked at
 * @param reason empty where none was given
 * @param audit the entry of the audit that tells of it, and so all up to there
 */
public record Closing(
    String incidentId,
    long number,
    What what,
    long run,
    String by,
    Instant at,
    String reason,
    Frozen frozen,
    AuditHead audit) {

  public static final int REASON_LENGTH_MAX = 1_000;

  /** The names are in the database: none is ever renamed. */
  public enum What {
    CLOSED,
    OPENED_AGAIN
  }

  /**
   * What it rests on. Whatever is added later is none of its pack.
   *
   * @param runs the finished runs of the incident and window, oldest first
   * @param open mismatches open in the last of them, by class; a class without any is absent
   * @param notKnown mismatches that were open and that no run has seen healed since
   * @param reviewsThrough the incident's latest review
   * @param answersThrough the incident's latest answer
   */
  public record Frozen(
      List<Long> runs,
      Map<MismatchClass, Long> open,
      long notKnown,
      long reviewsThrough,
      long answersThrough) {
    public Frozen {
      runs = List.copyOf(runs);
      Map<MismatchClass, Long> ordered = new EnumMap<>(MismatchClass.class);
      ordered.putAll(open);
      open = Collections.unmodifiableMap(ordered);
    }

    /** All that was left open. */
    public long openMismatches() {
      return open.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  static Closing of(ResultSet row) throws SQLException {
    return new Closing(
        row.getString("incident_id"),
        row.getLong("closing_no"),
        What.valueOf(row.getString("what")),
        row.getLong("run"),
        row.getString("done_by"),
        Columns.instant(row, "done_at"),
        row.getString("reason"),
        Json.read(row.getString("frozen"), Frozen.class),
        new AuditHead(row.getLong("audit_no"), row.getString("audit_hash")));
  }
}
