package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A transaction that sees a database as it was when the snapshot was opened, whatever is written
 * meanwhile. Read-only; what a statement might change all the same is rolled back. Not thread-safe.
 */
final class Snapshot implements AutoCloseable {

  /** A list of transactions may be as long as it likes. */
  private static final int NAME_MAX = 300;

  private final Session session;
  private final Instant at;

  private Snapshot(Session session, Instant at) {
    this.session = session;
    this.at = at;
  }

  /** Connects, and freezes what will be seen. */
  static Snapshot open(Database database) {
    Session session = Session.open(database);
    try {
      begin(session);
      return new Snapshot(session, time(session));
    } catch (SQLException e) {
      session.close();
      throw database.problems().noSnapshot(e);
    } catch (JdbiException e) {
      session.close();
      throw database.problems().noSnapshot(e);
    }
  }

  private static void begin(Session session) throws SQLException {
    Connection connection = session.handle().getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(session.dialect().isolation());
    if (session.dialect().beginsByStatement()) {
      try (Statement begin = connection.createStatement()) {
        begin.execute(session.dialect().statement("begin"));
      }
    }
  }

  /** The first statement, with which the others' snapshot begins. */
  private static Instant time(Session session) {
    BigDecimal epochSeconds =
        session
            .handle()
            .createQuery(session.dialect().statement("snapshot_time"))
            .mapTo(BigDecimal.class)
            .one();
    return Instant.EPOCH.plus(epochSeconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
  }

  Session session() {
    return session;
  }

  Handle handle() {
    return session.handle();
  }

  /** The database's own time of the snapshot. */
  Instant at() {
    return at;
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
    Connection connection = handle().getConnection();
    Savepoint before = connection.setSavepoint();
    try {
      Optional<String> told =
          handle()
              .createQuery(session.dialect().statement(statement))
              .mapTo(String.class)
              .findFirst();
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
