package parcelrecon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import parcelrecon.server.MariaDbServer;
import parcelrecon.server.PostgresServer;

/** A database with the site's rows, of each kind there is a server of. */
enum SiteDatabase {
  H2 {
    @Override
    String make(Path site) {
      return "jdbc:h2:file:" + site.resolve("database/copies");
    }

    @Override
    Connection connect(String url) throws SQLException {
      return DriverManager.getConnection(url, "owner", "owner");
    }
  },
  POSTGRESQL {
    @Override
    String make(Path site) {
      return PostgresServer.shared().newDatabase();
    }

    @Override
    Connection connect(String url) throws SQLException {
      return PostgresServer.connect(url + "?reWriteBatchedInserts=true");
    }
  },
  MARIADB {
    @Override
    String make(Path site) {
      return MariaDbServer.shared().newDatabase();
    }

    @Override
    Connection connect(String url) throws SQLException {
      return MariaDbServer.connect(url + "?useBulkStmts=true");
    }
  };

  static final String READER = "site_reader";
  static final String PASSWORD = "only-for-the-demo";

  /**
   * @return the URL of an empty database
   */
  abstract String make(Path site);

  /** As its owner. */
  abstract Connection connect(String url) throws SQLException;

  /**
   * Makes a database with these rows, and a user that may only read them.
   *
   * @return its URL
   */
  String with(Path site, SiteRows... copies) {
    String url = make(site);
    try (Connection connection = connect(url)) {
      for (SiteRows rows : copies) {
        rows.into(connection, statements(rows.table()));
      }
      try (var statement = connection.createStatement()) {
        for (String one : statements("reader").split(";\n")) {
          statement.execute(one);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(this + " not filled", e);
    }
    return url;
  }

  private String statements(String name) {
    String file = "kinds/" + name().toLowerCase(java.util.Locale.ROOT) + "/" + name + ".sql";
    try (InputStream in = SiteDatabase.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
