package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * One connection to a site's database: read-only, with our limits, and with a zone in which times
 * compare as the site means them. Not thread-safe.
 */
final class Session implements AutoCloseable {

  /** PostgreSQL's names of exported snapshots, which it takes as text only. */
  private static final Pattern EXPORTED = Pattern.compile("[0-9A-Fa-f-]+");

  private final Database database;
  private final Handle handle;
  private ZoneOffset offset = ZoneOffset.UTC;
  private long id;

  private Session(Database database, Connection connection) {
    this.database = database;
    this.handle = Jdbi.open(connection);
  }

  static Session open(Database database) {
    Connection connection = null;
    try {
      connection = database.connect();
      connection.setReadOnly(database.dialect().driverIsReadOnly());
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw database.problems().cannotConnect(e);
    }
    try {
      Session session = new Session(database, connection);
      session.prepare();
      return session;
    } catch (JdbiException e) {
      closeQuietly(connection, e);
      throw database.problems().noSnapshot(e);
    }
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

  private void prepare() {
    Limits limits = database.limits();
    handle
        .getConfig(SqlStatements.class)
        .setUnusedBindingAllowed(true)
        .setQueryTimeout((int) limits.statement().toSeconds());
    for (String statement : dialect().session()) {
      handle
          .createUpdate(dialect().statement(statement))
          .bind("statement_millis", limits.statement().toMillis())
          .bind("lock_millis", limits.lock().toMillis())
          .execute();
    }
    if (dialect().stopsByKill()) {
      id = Long.parseLong(text("session_id"));
    }
    setZone(dialect().comparesLocalTimes() ? ZoneOffset.UTC : database.zone());
  }

  private void setZone(ZoneId zone) {
    handle
        .createUpdate(dialect().statement("session_zone"))
        .bind("zone", dialect().zoneText(zone))
        .execute();
  }

  /** The transaction in which all the rest is read. */
  void begin() throws SQLException {
    Connection connection = handle.getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(dialect().isolation());
    if (dialect().beginsByStatement()) {
      try (Statement begin = connection.createStatement()) {
        begin.execute(dialect().statement("begin"));
      }
    }
  }

  /** Lets the transaction, of which nothing was read yet, see what another one sees. */
  void importSnapshot(String exported) {
    if (!EXPORTED.matcher(exported).matches()) {
      throw new IllegalStateException("no name of a snapshot: " + exported);
    }
    handle
        .createUpdate(dialect().statement("import_snapshot"))
        .setTemplateEngine(new DefinedAttributeTemplateEngine())
        .define("snapshot", "'" + exported + "'")
        .execute();
  }

  /** What one of our own statements says; null when it says nothing. */
  String text(String statement) {
    return handle.createQuery(dialect().statement(statement)).mapTo(String.class).one();
  }

  /** What one of our own statements says, in seconds since 1970. */
  Instant epochInstant(String statement) {
    return instant(
        handle.createQuery(dialect().statement(statement)).mapTo(BigDecimal.class).one());
  }

  /** Of seconds since 1970. */
  static Instant instant(BigDecimal epochSeconds) {
    return Instant.EPOCH.plus(epochSeconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
  }

  Database database() {
    return database;
  }

  Dialect dialect() {
    return database.dialect();
  }

  DatabaseProblems problems() {
    return database.problems();
  }

  Handle handle() {
    return handle;
  }

  /** The offset in which instants are shown, where the database shows them as local times. */
  ZoneOffset offset() {
    return offset;
  }

  /** Lets the bounds compare as they are meant. */
  void use(Bounds bounds) {
    if (dialect().comparesLocalTimes() && !bounds.session().equals(offset)) {
      setZone(bounds.session());
      offset = bounds.session();
    }
  }

  /**
   * Lets local times compare as they are meant on both sides of a clock change, while a statement
   * runs that shows no times.
   *
   * @return what the statement says; absent where the database knows no zones by name
   */
  <T> Optional<T> inNamedZone(Supplier<T> statement) {
    try {
      setZone(database.zone());
    } catch (JdbiException unknownZone) {
      return Optional.empty();
    }
    try {
      return Optional.of(statement.get());
    } finally {
      setZone(offset);
    }
  }

  /**
   * Ends the statement in hand, of which no more is wanted. Failing to do so costs time, nothing
   * else.
   */
  void stopStatement() {
    if (!dialect().stopsByKill()) {
      return;
    }
    try (Connection other = database.connect();
        Handle stopping = Jdbi.open(other)) {
      stopping.createUpdate(dialect().statement("stop_statement")).bind("id", id).execute();
    } catch (SQLException | JdbiException notStopped) {
      return;
    }
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
