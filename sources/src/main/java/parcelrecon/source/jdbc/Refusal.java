package parcelrecon.source.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/** Why a database did not do what it was asked, told from its codes alike for all of them. */
enum Refusal {
  /** Wrong password, unknown user. */
  LOGIN,
  /** No such database, and none is created. */
  NOT_THERE,
  /** A lock that somebody else holds for too long. */
  LOCKED,
  /** The statement's time is over. */
  TOO_SLOW,
  /** The connection or the server went away, or the server gave the reading up. */
  GONE,
  /** It would have written. */
  WOULD_WRITE,
  /** Anything else: the statement is wrong, or the account may not run it. */
  STATEMENT;

  /** H2: no such file, in use by another process, not readable. PostgreSQL: no such database. */
  private static final Set<String> NOT_THERE_STATES = Set.of("90146", "90013", "3D000");

  private static final Set<String> LOCKED_STATES = Set.of("55P03", "HYT00");

  /**
   * H2 after its connection or database went away, or the memory was too small for it; PostgreSQL
   * where a replica cannot keep the snapshot.
   */
  private static final Set<String> GONE_STATES =
      Set.of("90067", "90098", "90108", "90121", "90028", "90030", "40001", "25P03", "25P04");

  /** H2 has no state of its own for a write to a read-only database. */
  private static final Set<String> WRITE_STATES = Set.of("25006", "90097");

  private static final int MARIADB_UNKNOWN_DATABASE = 1049;
  private static final int MARIADB_LOCK_WAIT = 1205;
  private static final Set<Integer> MARIADB_TOO_SLOW = Set.of(1969, 3024);
  private static final Set<Integer> MARIADB_GONE = Set.of(1053, 1317, 1927);

  static Refusal of(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return LOGIN;
    }
    if (NOT_THERE_STATES.contains(state) || e.getErrorCode() == MARIADB_UNKNOWN_DATABASE) {
      return NOT_THERE;
    }
    if (LOCKED_STATES.contains(state) || e.getErrorCode() == MARIADB_LOCK_WAIT) {
      return LOCKED;
    }
    if (e instanceof SQLTimeoutException
        || state.equals("57014")
        || MARIADB_TOO_SLOW.contains(e.getErrorCode())) {
      return TOO_SLOW;
    }
    if (state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || GONE_STATES.contains(state)
        || isOfTheNetwork(e)
        || MARIADB_GONE.contains(e.getErrorCode())) {
      return GONE;
    }
    return WRITE_STATES.contains(state) ? WOULD_WRITE : STATEMENT;
  }

  /** MySQL's driver has no state for a result that breaks off. */
  private static boolean isOfTheNetwork(SQLException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
