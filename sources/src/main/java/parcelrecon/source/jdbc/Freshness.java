package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Window;

/**
 * Up to when a database had seen what was written on its primary.
 *
 * @param isKnown false for a replica that does not tell
 * @param through absent where nothing is known, and where the database is no replica as far as it
 *     lets itself be seen
 */
record Freshness(boolean isKnown, Optional<Instant> through) {

  /**
   * How far a heartbeat or a replica's last word may lie behind the snapshot itself and still be
   * the present: they come every second or so.
   */
  private static final Duration BEAT = Duration.ofSeconds(10);

  private static final Freshness OF_PRIMARY = new Freshness(true, Optional.empty());
  static final Freshness UNKNOWN = new Freshness(false, Optional.empty());

  static Freshness through(Instant instant) {
    return new Freshness(true, Optional.of(instant));
  }

  /** As the database itself tells; asked before the snapshot is taken, so never too late. */
  static Freshness of(Session session) {
    return switch (session.dialect()) {
      case H2 -> OF_PRIMARY;
      case POSTGRESQL -> ofStandby(session);
      case MARIADB, MYSQL -> ofReplica(session);
    };
  }

  private static Freshness ofStandby(Session session) {
    try {
      return session
          .handle()
          .createQuery(session.dialect().statement("replica"))
          .map((row, context) -> row.getBoolean(1) ? told(row.getBigDecimal(2)) : OF_PRIMARY)
          .one();
    } catch (JdbiException notTold) {
      return OF_PRIMARY;
    }
  }

  private static Freshness told(BigDecimal epochSeconds) {
    return epochSeconds == null ? UNKNOWN : through(Session.instant(epochSeconds));
  }

  /** Who may not see the state of a replica may still see that nobody writes there. */
  private static Freshness ofReplica(Session session) {
    Instant now = session.epochInstant("snapshot_time");
    try {
      return session
          .handle()
          .createQuery(session.dialect().statement("replica"))
          .scanResultSet((rows, context) -> ofChannels(rows.get(), now));
    } catch (JdbiException notTold) {
      return session.text("read_only").equals("0") ? OF_PRIMARY : UNKNOWN;
    }
  }

  /** A replica of several primaries is as old as its oldest part. */
  private static Freshness ofChannels(ResultSet channels, Instant now) throws SQLException {
    Freshness oldest = OF_PRIMARY;
    while (channels.next()) {
      oldest = oldest.and(ofChannel(channels, now));
    }
    return oldest;
  }

  /** Seconds behind are cut to whole ones; there are none where the replica does not run. */
  private static Freshness ofChannel(ResultSet channel, Instant now) throws SQLException {
    for (int column = 1; column <= channel.getMetaData().getColumnCount(); column++) {
      if (channel.getMetaData().getColumnLabel(column).startsWith("Seconds_Behind_")) {
        long seconds = channel.getLong(column);
        return channel.wasNull() ? UNKNOWN : through(now.minusSeconds(seconds + 1));
      }
    }
    return UNKNOWN;
  }

  private Freshness and(Freshness other) {
    if (!isKnown || !other.isKnown) {
      return UNKNOWN;
    }
    return through.isEmpty()
            || other.through.isPresent() && other.through.get().isBefore(through.get())
        ? other
        : this;
  }

  /**
   * What it does to the coverage of a window.
   *
   * @param snapshot when the snapshot was taken
   */
  Optional<Reason> reason(Window window, Instant snapshot) {
    if (!isKnown) {
      return Optional.of(Reason.of(Code.REPLICA_OF_UNKNOWN_AGE));
    }
    Instant present = snapshot.minus(BEAT);
    Instant needed = window.to().isBefore(present) ? window.to() : present;
    return through
        .filter(seen -> seen.isBefore(needed))
        .map(
            seen ->
                new Reason(
                    Code.REPLICA_BEHIND,
                    List.of(seen.toString()),
                    Optional.of(new Gap(seen, Window.ALL_TO))));
  }

  /** After this instant rows may be missing. */
  Instant reaches(Instant snapshot) {
    return through.filter(seen -> seen.isBefore(snapshot)).orElse(snapshot);
  }
}
