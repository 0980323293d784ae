package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/** A kind of results database: all in which one kind differs from another. */
interface ResultsEngine {

  /** The user where the site names none. */
  String STANDARD_USER = "recon";

  String NOTHING_STARTED = "Nothing was started";

  /**
   * @throws ProblemException CONFIGURATION when the URL is of no kind we know, or has a setting
   *     that is not allowed
   */
  static ResultsEngine of(ResultsSettings settings) {
    return settings.url().startsWith(PostgresUrl.PREFIX)
        ? new PostgresEngine(settings)
        : new H2Engine(settings);
  }

  /** What its migrations, and the tables of Spring Batch, are called after. */
  String name();

  /** For messages; without user, password and settings. */
  String where();

  /** How to connect; the pool's size aside. */
  HikariConfig connections();

  /** Whether it is there already, rather than to be made by whoever opens it. */
  boolean isThere();

  /** Whether it could not be opened because another process has it open. */
  boolean isInUse(SQLException failure);

  /** Called once its tables are those of this version. */
  void opened(Jdbi jdbi);

  /** Who works on which run, as long as this process has the database open. */
  RunLeases leases(Jdbi jdbi);

  /**
   * Makes every other transaction that calls this wait until the one of the handle has ended, in
   * whatever process it is.
   */
  void takeTurn(Handle handle);

  /**
   * What to tell of a failure that is no defect: somebody has to put the database, or the way to
   * it, right.
   */
  Optional<Problem> problem(SQLException failure, String consequence);

  /** Closes it for everybody in this process. */
  void close(HikariDataSource pool, Jdbi jdbi);
}
