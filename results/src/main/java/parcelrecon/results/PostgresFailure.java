package parcelrecon.results;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What the server, or the way to it, is short of; told by the SQLSTATE. */
enum PostgresFailure {
  REFUSED("28", "it refuses the user", "Check results.user and results.password"),
  NO_DATABASE("3D000", "there is no such database", "Create it, or correct results.url"),
  NO_PRIVILEGE(
      "42501",
      "the user may not do this",
      "Let it create tables in its schema: grant create, usage on schema NAME to USER"),
  READ_ONLY("25006", "it cannot be written", "Name the primary server in results.url, no replica"),
  FULL("53", "it is short of resources", "Let its administrator look, then go on"),
  GONE("08", "it cannot be reached", "Check results.url, the network and that the server is up"),
  ENDED("57P", "it ended the connection", "See that the server is up, then go on"),
  SILENT(
      "25P03",
      "it ended a transaction of a process that did nothing in it",
      "See why the process was suspended, then go on"),
  BROKEN("58", "its server has a problem of its own", "Let its administrator look, then go on");

  private final String sqlState;
  private final String what;
  private final String remedy;

  PostgresFailure(String sqlState, String what, String remedy) {
    this.sqlState = sqlState;
    this.what = what;
    this.remedy = remedy;
  }

  String what() {
    return what;
  }

  String remedy() {
    return remedy;
  }

  /** Empty when the failure is of another kind: then it is a defect of ours. */
  static Optional<PostgresFailure> of(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return failure instanceof SQLTransientConnectionException
          ? Optional.of(GONE)
          : Optional.empty();
    }
    for (PostgresFailure known : values()) {
      if (state.startsWith(known.sqlState)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
