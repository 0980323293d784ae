package parcelrecon.source.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Properties;
import parcelrecon.source.SourceSettings.Jdbc;

/**
 * A site's database, and how to reach it.
 *
 * @param zone of the source's times
 */
record Database(JdbcUrl url, Jdbc jdbc, ZoneId zone, Limits limits, DatabaseProblems problems) {

  /** The socket outlasts the statement's own limit: it is for a server that answers no more. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  Dialect dialect() {
    return url.dialect();
  }

  Connection connect() throws SQLException {
    Properties login = new Properties();
    login.putAll(url.settings());
    jdbc.user().ifPresent(user -> login.setProperty("user", user));
    jdbc.password().ifPresent(password -> login.setProperty("password", password));
    Duration silence = limits.statement().plus(SILENCE);
    switch (dialect()) {
      case H2 -> {
        // within this process
      }
      case POSTGRESQL -> login.setProperty("socketTimeout", String.valueOf(silence.toSeconds()));
      case MARIADB, MYSQL -> login.setProperty("socketTimeout", String.valueOf(silence.toMillis()));
    }
    return DriverManager.getConnection(url.text(), login);
  }
}
