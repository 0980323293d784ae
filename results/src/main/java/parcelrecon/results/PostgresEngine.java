package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.problem.Problem;

/** A PostgreSQL database: several processes at once, each with its own runs. */
final class PostgresEngine implements ResultsEngine {

  /**
   * What holds unless the site's URL says otherwise; times in seconds. The details of the server's
   * errors hold values of rows, and these may name people.
   */
  private static final Map<String, String> STANDARD =
      Map.of(
          "ApplicationName", "parcel-recon",
          "connectTimeout", "10",
          "logServerErrorDetail", "false",
          "reWriteBatchedInserts", "true",
          "socketTimeout", "300",
          "tcpKeepAlive", "true");

  private static final long CONNECTION_MILLIS_MAX = 15_000;

  private final ResultsSettings settings;
  private final String url;

  PostgresEngine(ResultsSettings settings) {
    this.settings = settings;
    this.url = PostgresUrl.safe(settings.url());
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String where() {
    return "results database " + PostgresUrl.place(url);
  }

  @Override
  public HikariConfig connections() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(settings.user().orElse(STANDARD_USER));
    config.setPassword(settings.password().orElse(""));
    config.setConnectionTimeout(CONNECTION_MILLIS_MAX);
    // Whatever the server's own default is: all statements are written for this one.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    STANDARD.forEach(config::addDataSourceProperty);
    return config;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean isInUse(SQLException failure) {
    return false;
  }

  @Override
  public void opened(Jdbi jdbi) {}

  @Override
  public RunLeases leases(Jdbi jdbi) {
    return new AdvisoryLeases(jdbi, connections(), where());
  }

  @Override
  public void takeTurn(Handle handle) {
    handle.createQuery(Sql.of("postgresql/take_turn")).mapTo(String.class).one();
  }

  @Override
  public Optional<Problem> problem(SQLException failure, String consequence) {
    return PostgresFailure.of(failure)
        .map(
            known ->
                new Problem(
                    where(),
                    known.what() + " (\"" + firstLine(failure) + "\")",
                    consequence,
                    known.remedy()));
  }

  @Override
  public void close(HikariDataSource pool, Jdbi jdbi) {
    pool.close();
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }
}
