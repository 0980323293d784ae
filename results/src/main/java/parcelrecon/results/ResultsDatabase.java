package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * The results database of a site, opened for this process and migrated to this version's tables.
 */
public final class ResultsDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  /** A file that grew by this much is rewritten at its end: most of the growth is old pages. */
  private static final long GROWTH_TO_COMPACT_BYTES = 32L << 20;

  private static final int ALREADY_OPEN = 90020;
  private static final String STANDARD_USER = "recon";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final long bytesWhenOpened;

  private ResultsDatabase(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.bytesWhenOpened = fileBytes();
  }

  /**
   * Opens and migrates it.
   *
   * @throws ProblemException UNREACHABLE when it cannot be opened, or another process holds its
   *     file; CONFIGURATION when its URL is not one of an H2 file or has a setting that is not
   *     allowed
   */
  public static ResultsDatabase open(ResultsSettings settings) {
    String url = H2Url.durable(settings.url());
    String where = "results database " + H2Url.path(url);
    HikariDataSource pool = connect(url, settings, where);
    try {
      migrate(pool);
      return new ResultsDatabase(pool);
    } catch (FlywayException | JdbiException e) {
      pool.close();
      throw unreachable(where, "its tables are not those of this version", e);
    }
  }

  /** For tables of other libraries in the same database. */
  public DataSource dataSource() {
    return pool;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** Closes the file for everybody in this process. Repeating it does nothing. */
  @Override
  public void close() {
    if (pool.isClosed()) {
      return;
    }
    String shutdown =
        fileBytes() - bytesWhenOpened > GROWTH_TO_COMPACT_BYTES ? "shutdown compact" : "shutdown";
    // Not a pooled connection: the pool asks what is handed back, and a closed file answers no
    // more.
    try (Connection connection =
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        Statement statement = connection.createStatement()) {
      pool.close();
      statement.execute(shutdown);
    } catch (SQLException e) {
      throw new IllegalStateException("the results database could not be closed in order", e);
    }
  }

  private long fileBytes() {
    return jdbi.withHandle(
        handle -> handle.createQuery(Sql.of("file_bytes")).mapTo(Long.class).findOne().orElse(0L));
  }

  private static HikariDataSource connect(String url, ResultsSettings settings, String where) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("results");
    config.setJdbcUrl(url);
    config.setUsername(settings.user().orElse(STANDARD_USER));
    config.setPassword(settings.password().orElse(""));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == ALREADY_OPEN) {
        throw new ProblemException(
            ExitCode.UNREACHABLE,
            new Problem(
                where,
                "another process holds its file",
                "Nothing was started",
                "Wait until that process has ended, or set another results.url"),
            e);
      }
      throw unreachable(where, "it cannot be opened", e.getCause() == null ? e : e.getCause());
    }
  }

  private static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:results/migration/h2")
        .ignoreMigrationPatterns(new String[0])
        .configuration(Map.of("flyway.cleanDisabled", "true"))
        .load()
        .migrate();
  }

  private static ProblemException unreachable(String where, String what, Throwable cause) {
    String told = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            where,
            what + " (\"" + told + "\")",
            "Nothing was started",
            "Check results.url, its user and password, and that the file may be written"),
        cause);
  }
}
