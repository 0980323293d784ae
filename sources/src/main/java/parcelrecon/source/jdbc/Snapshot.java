package parcelrecon.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/**
 * A transaction that sees a database as it was when the snapshot was opened, whatever is written
 * meanwhile. Read-only; what a statement might change all the same is rolled back. Not thread-safe.
 */
final class Snapshot implements AutoCloseable {

  /** A list of transactions may be as long as it likes. */
  private static final int NAME_MAX = 300;

  private final Session session;
  private final Freshness freshness;
  private final Instant at;
  private final Optional<String> exported;

  private Snapshot(Session session, Freshness freshness, Instant at, Optional<String> exported) {
    this.session = session;
    this.freshness = freshness;
    this.at = at;
    this.exported = exported;
  }

  /**
   * Connects, and freezes what will be seen.
   *
   * @param exports whether other connections shall see it, too
   */
  static Snapshot open(Database database, boolean exports) {
    Session session = Session.open(database);
    try {
      Freshness freshness = Freshness.of(session);
      session.begin();
      Instant at = session.epochInstant("snapshot_time");
      return new Snapshot(
          session,
          freshness,
          at,
          exports ? Optional.of(session.text("export_snapshot")) : Optional.empty());
    } catch (JdbiException | SQLException e) {
      session.close();
      throw database.problems().noSnapshot(e);
    }
  }

  /** Another connection that sees the same. */
  static Snapshot sameAs(Snapshot other) {
    Database database = other.session.database();
    String id = other.exported.orElseThrow();
    Session session = Session.open(database);
    try {
      session.begin();
      session.importSnapshot(id);
      return new Snapshot(session, other.freshness, other.at, other.exported);
    } catch (JdbiException | SQLException e) {
      session.close();
      throw database.problems().noSnapshot(e);
    }
  }

  Session session() {
    return session;
  }

  /** The database's own time of the snapshot. */
  Instant at() {
    return at;
  }

  /** Up to when the database had seen what was written. */
  Freshness freshness() {
    return freshness;
  }

  /** What the database calls the snapshot; absent where it does not tell this account. */
  Optional<String> name() {
    if (!session.dialect().namesSnapshots()) {
      return Optional.empty();
    }
    try {
      return ifTold("snapshot_name")
          .map(name -> name.replaceAll("\\s+", " ").strip())
          .filter(name -> !name.isEmpty())
          .map(name -> name.substring(0, Math.min(NAME_MAX, name.length())));
    } catch (SQLException e) {
      throw session.problems().noSnapshot(e);
    }
  }

  /** A statement that fails would end the transaction of some databases. */
  private Optional<String> ifTold(String statement) throws SQLException {
    Connection connection = session.handle().getConnection();
    Savepoint before = connection.setSavepoint();
    try {
      Optional<String> told = Optional.ofNullable(session.text(statement));
      connection.releaseSavepoint(before);
      return told;
    } catch (JdbiException notTold) {
      connection.rollback(before);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
