package parcelrecon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServersTest {

  @Test
  void postgres_answersItsOwner_inADatabaseOfItsOwn() throws SQLException {
    String url = PostgresServer.shared().newDatabase();
    try (Connection connection = PostgresServer.connect(url)) {
      assertThat(version(connection)).startsWith("PostgreSQL 18");
    }
    assertThat(PostgresServer.shared().newDatabase()).isNotEqualTo(url);
  }

  @Test
  void mariaDb_answersItsOwner_inADatabaseOfItsOwn() throws SQLException {
    String url = MariaDbServer.shared().newDatabase();
    try (Connection connection = MariaDbServer.connect(url)) {
      assertThat(version(connection)).contains("MariaDB");
    }
    assertThat(MariaDbServer.shared().newDatabase()).isNotEqualTo(url);
  }

  private static String version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select version()")) {
      row.next();
      return row.getString(1);
    }
  }
}
