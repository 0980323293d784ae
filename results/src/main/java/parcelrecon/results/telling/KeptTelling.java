package parcelrecon.results.telling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import parcelrecon.results.Columns;
import parcelrecon.results.Json;

/**
 * A telling as it is kept.
 *
 * @param tries how often somebody has begun to send it
 * @param nextAt when it is tried again; absent once it has ended
 * @param setback of the last try; absent where there was none or it went well
 */
public record KeptTelling(
    String key,
    String target,
    Message message,
    TellingState state,
    int tries,
    Instant madeAt,
    Optional<Instant> nextAt,
    Optional<Instant> endedAt,
    Optional<Setback> setback) {

  static KeptTelling of(ResultSet row) throws SQLException {
    OptionalInt code = Columns.optionalInt(row, "code");
    return new KeptTelling(
        row.getString("telling_key"),
        row.getString("target"),
        Json.read(row.getString("message"), Message.class),
        TellingState.valueOf(row.getString("state")),
        row.getInt("tries"),
        Columns.instant(row, "made_at"),
        Columns.optionalInstant(row, "next_at"),
        Columns.optionalInstant(row, "ended_at"),
        Columns.optional(row, "setback", Setback.Reason.class)
            .map(reason -> new Setback(reason, code)));
  }
}
