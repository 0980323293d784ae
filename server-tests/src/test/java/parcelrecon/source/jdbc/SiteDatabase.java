package parcelrecon.source.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** Every database a site may have. That of MySQL is its driver: it reads the real MariaDB. */
enum SiteDatabase {
  H2("timestamp(6) with time zone", "timestamp(6)", "recon", "p4ssw0rd"),
  POSTGRESQL("timestamptz", "timestamp", PostgresServer.OWNER, ""),
  MARIADB("timestamp(6) null", "datetime(6)", MariaDbServer.OWNER, MariaDbServer.OWNER),
  MYSQL("timestamp(6) null", "datetime(6)", MariaDbServer.OWNER, MariaDbServer.OWNER);

  private final String instantType;
  private final String localType;
  private final String user;
  private final String password;

  SiteDatabase(String instantType, String localType, String user, String password) {
    this.instantType = instantType;
    this.localType = localType;
    this.user = user;
    this.password = password;
  }

  /** The URL of a new, empty database, as a site would configure it. */
  String newUrl() {
    return switch (this) {
      case H2 -> "jdbc:h2:file:" + newFolder().resolve("network");
      case POSTGRESQL -> PostgresServer.shared().newDatabase();
      case MARIADB -> MariaDbServer.shared().newDatabase();
      case MYSQL -> MariaDbServer.shared().newDatabase().replace("mariadb", "mysql");
    };
  }

  private static Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("site");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection of the site's own, which writes; instants are written in UTC. */
  Connection connect(String url) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            this == MYSQL ? url.replace("mysql", "mariadb") : url, user, password);
    if (this == MARIADB || this == MYSQL) {
      run(connection, "set time_zone = '+00:00'");
    } else if (this == POSTGRESQL) {
      run(connection, "set time zone 'UTC'");
    } else {
      run(connection, "set time zone 'UTC'");
    }
    return connection;
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  /** A column type that holds instants. */
  String instantType() {
    return instantType;
  }

  /** A column type that holds local times. */
  String localType() {
    return localType;
  }

  /** An expression of n rows, numbered from 1 in the column n. */
  String numbers(long n) {
    return switch (this) {
      case H2 -> "(select x as n from system_range(1, " + n + ")) numbers";
      case POSTGRESQL -> "(select generate_series(1, " + n + "::bigint) as n) numbers";
      case MARIADB, MYSQL -> "(select seq as n from seq_1_to_" + n + ") numbers";
    };
  }
}
