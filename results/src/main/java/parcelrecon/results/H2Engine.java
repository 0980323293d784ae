package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.problem.Problem;

/** An H2 file: one process has it open, and so holds every run in it. */
final class H2Engine implements ResultsEngine {

  /** A file that grew by this much is rewritten at its end: most of the growth is old pages. */
  private static final long GROWTH_TO_COMPACT_BYTES = 32L << 20;

  private static final int ALREADY_OPEN = 90020;

  private final ResultsSettings settings;
  private final String url;
  private long bytesWhenOpened;

  H2Engine(ResultsSettings settings) {
    this.settings = settings;
    this.url = H2Url.durable(settings.url());
  }

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public String where() {
    return "results database " + H2Url.path(url);
  }

  @Override
  public HikariConfig connections() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(settings.user().orElse(STANDARD_USER));
    config.setPassword(settings.password().orElse(""));
    return config;
  }

  @Override
  public boolean isThere() {
    return Files.exists(Path.of(H2Url.path(url) + ".mv.db"));
  }

  @Override
  public boolean isInUse(SQLException failure) {
    return failure.getErrorCode() == ALREADY_OPEN;
  }

  @Override
  public void opened(Jdbi jdbi) {
    bytesWhenOpened = fileBytes(jdbi);
  }

  @Override
  public RunLeases leases(Jdbi jdbi) {
    return new FileLeases();
  }

  /** No other process has the file open, but this one has several threads. */
  @Override
  public void takeTurn(Handle handle) {
    handle.createQuery(Sql.of("h2/take_turn")).mapTo(Integer.class).one();
  }

  @Override
  public Optional<Problem> problem(SQLException failure, String consequence) {
    return isInUse(failure)
        ? Optional.of(
            new Problem(
                where(),
                "another process holds its file",
                consequence,
                "Wait until that process has ended, or set another results.url"))
        : Optional.empty();
  }

  @Override
  public void close(HikariDataSource pool, Jdbi jdbi) {
    boolean hasGrown = fileBytes(jdbi) - bytesWhenOpened > GROWTH_TO_COMPACT_BYTES;
    // Not a pooled connection: the pool asks what is handed back, and a closed file answers no
    // more.
    try (Connection connection =
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        Statement statement = connection.createStatement()) {
      pool.close();
      statement.execute(hasGrown ? "shutdown compact" : "shutdown");
    } catch (SQLException e) {
      throw new IllegalStateException("the results database could not be closed in order", e);
    }
  }

  private static long fileBytes(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(Sql.of("h2/file_bytes")).mapTo(Long.class).findOne().orElse(0L));
  }
}
