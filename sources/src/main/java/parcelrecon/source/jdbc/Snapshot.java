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
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
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
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(H2_SNAPSHOT);
      Handle handle = Jdbi.open(connection);
      configure(handle, zone);
      return new Snapshot(handle, take(handle));
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw problems.cannotConnect(e);
    } catch (JdbiException e) {
      closeQuietly(connection, e);
      throw problems.failed("snapshot", e);
    }
  }

  private static void configure(Handle handle, ZoneId zone) {
    handle
        .getConfig(SqlStatements.class)
        .setUnusedBindingAllowed(true)
        .setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
    handle.createUpdate(own("session_zone")).bind("zone", zone.getId()).execute();
    handle.createUpdate(own("session_streams")).execute();
  }

  private static Instant take(Handle handle) {
    return handle.createQuery(own("snapshot_time")).mapTo(OffsetDateTime.class).one().toInstant();
  }

  private static String own(String statement) {
    return ClasspathSqlLocator.removingComments()
        .getResource(Snapshot.class.getClassLoader(), "sources/h2/" + statement + ".sql");
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
