package parcelrecon.source.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import parcelrecon.source.SourceSettings;

/**
 * One connection that sees a database as it was when the snapshot was opened, whatever is written
 * meanwhile. Read-only; what a statement might change all the same is rolled back. Not thread-safe.
 */
final class Snapshot implements AutoCloseable {

  /** The longest the database may take to answer a statement. */
  static final Duration STATEMENT_LIMIT = Duration.ofMinutes(30);

  /** Rows fetched at once: enough to hide the round trips, far from filling the memory. */
  static final int FETCH_ROWS = 1_000;

  /** H2's isolation level of that name, unknown to java.sql. */
  private static final int H2_SNAPSHOT = 6;

  private final Handle handle;
  private final Instant at;

  private Snapshot(Handle handle, Instant at) {
    this.handle = handle;
    this.at = at;
  }

  /** Connects, and freezes what will be seen. */
  static Snapshot open(
      JdbcUrl url, SourceSettings.Jdbc jdbc, ZoneId zone, DatabaseProblems problems) {
    Properties login = new Properties();
    jdbc.user().ifPresent(user -> login.setProperty("user", user));
    jdbc.password().ifPresent(password -> login.setProperty("password", password));
    Connection connection = null;
    try {
      connection = DriverManager.getConnection(url.text(), login);
      prepare(connection, zone);
      Handle handle = Jdbi.open(connection);
      configure(handle);
      return new Snapshot(handle, now(handle));
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw problems.cannotConnect(e);
    } catch (JdbiException e) {
      closeQuietly(connection, e);
      throw problems.failed("snapshot", e);
    }
  }

  /**
   * The session's zone makes an instant comparable with a column without zone. Lazy execution
   * streams: by default H2 would first collect the whole result.
   */
  private static void prepare(Connection connection, ZoneId zone) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(H2_SNAPSHOT);
    try (var statement = connection.createStatement()) {
      statement.execute("set time zone '" + zone.getId() + "'");
      statement.execute("set lazy_query_execution true");
    }
  }

  private static void configure(Handle handle) {
    handle
        .getConfig(SqlStatements.class)
        .setUnusedBindingAllowed(true)
        .setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
  }

  /** H2 takes the snapshot at the first statement. */
  private static Instant now(Handle handle) {
    return handle
        .createQuery("select current_timestamp")
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  private static void closeQuietly(Connection connection, Exception reason) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  Handle handle() {
    return handle;
  }

  /** The database's own time of the snapshot. */
  Instant at() {
    return at;
  }

  /** What fails here hurts nobody: nothing was written and nothing more is read. */
  @Override
  public void close() {
    try (Connection connection = handle.getConnection()) {
      connection.rollback();
    } catch (SQLException gone) {
      return;
    }
  }
}
