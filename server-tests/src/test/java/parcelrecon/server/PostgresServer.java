package parcelrecon.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL, its data in a temporary folder. */
public final class PostgresServer implements AutoCloseable {

  public static final String OWNER = "postgres";

  private static PostgresServer shared;
  private static boolean ended;
  private static int databases;

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** The one of this JVM, started at the first call. Tests make a database of their own in it. */
  public static synchronized PostgresServer shared() {
    if (ended) {
      throw new IllegalStateException("this JVM was told to end, and its PostgreSQL ended first");
    }
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(PostgresServer::endShared));
    }
    return shared;
  }

  /** Tests may still be at work: whoever ends a JVM that took too long ends them in the midst. */
  private static synchronized void endShared() {
    ended = true;
    shared.close();
  }

  /** One that a test may stop, kill or suspend. */
  public static PostgresServer start() {
    try {
      return new PostgresServer(
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofMinutes(2))
              // Its counters then count what tests do, and nothing else.
              .setServerConfig("autovacuum", "off")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not started", e);
    }
  }

  /**
   * Makes an empty database.
   *
   * @return its URL, without a user
   */
  public String newDatabase() {
    String name = "test_" + nextDatabase();
    execute("postgres", "create database " + name);
    return url(name);
  }

  private static synchronized int nextDatabase() {
    return ++databases;
  }

  public int port() {
    return server.getPort();
  }

  /** Of a database of that name, without a user. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** As the owner of everything. */
  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, OWNER, "");
  }

  private void execute(String database, String sql) {
    try (Connection connection = connect(url(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL was not stopped", e);
    }
  }
}
