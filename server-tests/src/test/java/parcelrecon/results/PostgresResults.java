package parcelrecon.results;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import parcelrecon.server.PostgresServer;

/**
 * Databases for results on the shared PostgreSQL, each of an ordinary user of its own, and ordered
 * by a language, as a site's may be: ignoring case and punctuation at first sight.
 */
final class PostgresResults {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private PostgresResults() {}

  static ResultsSettings fresh() {
    PostgresServer server = PostgresServer.shared();
    String name = "results_" + NUMBER.incrementAndGet();
    execute(
        server.url("postgres"),
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = 'recon') then
            create role recon login;
          end if;
        end $$
        """,
        "create database "
            + name
            + " owner recon template template0 locale_provider icu icu_locale 'en'");
    return Runs.settings(server.url(name));
  }

  /** As the server's owner. */
  static void execute(String url, String... statements) {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
