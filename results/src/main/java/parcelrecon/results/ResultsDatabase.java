package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
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

  private static final int ANSWER_SECONDS_MAX = 5;

  private final ResultsEngine engine;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final RunLeases leases;

  private ResultsDatabase(ResultsEngine engine, HikariDataSource pool) {
    this.engine = engine;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).registerArgument(new KeptText());
    engine.opened(jdbi);
    this.leases = engine.leases(jdbi);
  }

  /**
   * Opens and migrates it.
   *
   * @throws ProblemException UNREACHABLE when it cannot be opened, or another process holds its
   *     file; CONFIGURATION when its URL is of no kind we know or has a setting that is not allowed
   */
  public static ResultsDatabase open(ResultsSettings settings) {
    ResultsEngine engine = ResultsEngine.of(settings);
    HikariDataSource pool = connect(engine);
    try {
      new ResultsTables(engine, pool).migrate();
      return new ResultsDatabase(engine, pool);
    } catch (FlywayException | JdbiException e) {
      pool.close();
      throw failure(engine, "its tables are not those of this version", e);
    } catch (ProblemException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Sees whether it could be opened, and changes nothing in it.
   *
   * @throws ProblemException as {@link #open}; a file that another process holds is no problem here
   */
  public static ResultsLook look(ResultsSettings settings) {
    ResultsEngine engine = ResultsEngine.of(settings);
    return new ResultsLook(
        engine.where(), engine.isThere() ? reach(engine) : ResultsLook.State.NOT_YET);
  }

  private static ResultsLook.State reach(ResultsEngine engine) {
    HikariConfig config = engine.connections();
    Properties login = new Properties();
    login.putAll(config.getDataSourceProperties());
    login.setProperty("user", config.getUsername());
    login.setProperty("password", config.getPassword());
    try (Connection connection = DriverManager.getConnection(config.getJdbcUrl(), login)) {
      connection.setReadOnly(true);
      return ResultsLook.State.OPENS;
    } catch (SQLException e) {
      if (engine.isInUse(e)) {
        return ResultsLook.State.IN_USE;
      }
      throw failure(engine, "it cannot be opened", e);
    }
  }

  /** Whether it answers now; waits for that as long as a connection is waited for. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS_MAX);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * The connections of this process.
   *
   * @param waiting threads that wait for one
   */
  public record Connections(int busy, int idle, int waiting) {}

  public Connections connections() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new Connections(
        now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
  }

  /** For tables of other libraries in the same database. */
  public DataSource dataSource() {
    return pool;
  }

  /** What a library calls this kind of database in the names of its scripts. */
  public String kind() {
    return engine.name();
  }

  /** Work on a connection. */
  public interface Work {
    void on(Connection connection) throws SQLException;
  }

  /**
   * Does work in one transaction, while everybody else that calls this on the same database waits.
   */
  public void alone(Work work) {
    inTurn(
        handle -> {
          try {
            work.on(handle.getConnection());
            return null;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /**
   * What to tell when a failure is none of ours: this database is away, or short of something.
   * Empty for a defect, and for a problem that is told already.
   */
  public Optional<ProblemException> problem(Throwable failure, String consequence) {
    return problem(engine, failure, consequence);
  }

  /** For stores in the packages below this one. */
  public Jdbi jdbi() {
    return jdbi;
  }

  RunLeases leases() {
    return leases;
  }

  /**
   * Writes what belongs to a run, in one transaction.
   *
   * @throws ProblemException UNREACHABLE when this process lost the run; nothing is written then
   */
  public void write(long run, Consumer<Handle> work) {
    jdbi.useTransaction(
        handle -> {
          leases.check(handle, run);
          work.accept(handle);
        });
  }

  /**
   * One transaction at a time, over all threads and processes: to give the next number, to make
   * tables. Within a transaction of the same thread it becomes part of that one.
   */
  public <T> T inTurn(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          takeTurn(handle);
          return work.apply(handle);
        });
  }

  /** Has the turn from here to the end of the handle's transaction; again is no harm. */
  public void takeTurn(Handle handle) {
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("a turn is taken within a transaction");
    }
    engine.takeTurn(handle);
  }

  /**
   * Closes it for everybody in this process, and lets go of its runs. Repeating it does nothing.
   */
  @Override
  public void close() {
    if (!pool.isClosed()) {
      leases.close();
      engine.close(pool, jdbi);
    }
  }

  private static HikariDataSource connect(ResultsEngine engine) {
    HikariConfig config = engine.connections();
    config.setPoolName("results");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw failure(engine, "it cannot be opened", e);
    }
  }

  private static Optional<ProblemException> problem(
      ResultsEngine engine, Throwable failure, String consequence) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException) {
        return Optional.empty();
      }
      if (cause instanceof SQLException sql) {
        Optional<Problem> problem = engine.problem(sql, consequence);
        if (problem.isPresent()) {
          return Optional.of(new ProblemException(ExitCode.UNREACHABLE, problem.get(), failure));
        }
      }
    }
    return Optional.empty();
  }

  private static ProblemException failure(ResultsEngine engine, String what, Throwable failure) {
    return problem(engine, failure, ResultsEngine.NOTHING_STARTED)
        .orElseGet(() -> other(engine, what, failure));
  }

  private static ProblemException other(ResultsEngine engine, String what, Throwable failure) {
    Throwable told = failure.getCause() == null ? failure : failure.getCause();
    String line = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            engine.where(),
            what + " (\"" + line + "\")",
            ResultsEngine.NOTHING_STARTED,
            "Check results.url, its user and password, and that the database may be written"),
        failure);
  }
}
