package parcelrecon.source.jdbc;

import java.sql.Connection;
import java.sql.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/**
 * What one kind of database does differently. Its statements stand in {@code sql/sources/DIALECT};
 * what may stand in its URL, in {@link UrlSettings}; how its cells read, in {@link CellType}.
 */
enum Dialect {
  H2(6, Limits.FETCH_ROWS, List.of("session_limits", "session_streams")),

  /** Streams only outside of autocommit, and by a fetch size. */
  POSTGRESQL(
      Connection.TRANSACTION_REPEATABLE_READ,
      Limits.FETCH_ROWS,
      List.of("session_limits", "session_waits")),

  /** Its snapshot would otherwise begin with the first read. */
  MARIADB(
      Connection.TRANSACTION_REPEATABLE_READ,
      Limits.FETCH_ROWS,
      List.of("session_limits", "session_reads")),

  /**
   * As MariaDB, by the driver of MySQL, which counts no rows: it streams them one by one, or not at
   * all. (Its cursors would have the server keep a copy of the whole result.)
   */
  MYSQL(
      Connection.TRANSACTION_REPEATABLE_READ,
      Integer.MIN_VALUE,
      List.of("session_limits", "session_reads"));

  private final int isolation;
  private final int fetchRows;
  private final List<String> session;

  Dialect(int isolation, int fetchRows, List<String> session) {
    this.isolation = isolation;
    this.fetchRows = fetchRows;
    this.session = session;
  }

  /** Absent for a URL that no driver here reads. */
  static Optional<Dialect> of(String url) {
    return Arrays.stream(values()).filter(dialect -> url.startsWith(dialect.prefix())).findFirst();
  }

  String prefix() {
    return "jdbc:" + folder() + ":";
  }

  private String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The isolation level in which a transaction sees one snapshot; H2's is unknown to java.sql. */
  int isolation() {
    return isolation;
  }

  /** What a driver has to be told so that it streams. */
  int fetchRows() {
    return fetchRows;
  }

  /** Statements that prepare a session, in their order. */
  List<String> session() {
    return session;
  }

  /**
   * Whether times without a zone are all it compares with: an instant reaches it as a local time of
   * its session. Sessions are given an offset, since zones have names only where the DBA loaded
   * them.
   */
  boolean comparesLocalTimes() {
    return this == MARIADB || this == MYSQL;
  }

  /** Whether a transaction has to be begun by a statement to see one snapshot. */
  boolean beginsByStatement() {
    return this == MARIADB || this == MYSQL;
  }

  /**
   * Whether a result given up half-way has to be stopped by a second connection, since its driver
   * would read it to the end.
   */
  boolean stopsByKill() {
    return this == MARIADB || this == MYSQL;
  }

  /**
   * Stands for a list of texts while a statement is only looked at. Those that compare any type
   * with any need no more; PostgreSQL tells at once that a column is of another type.
   */
  String someText() {
    return this == POSTGRESQL ? "cast(null as varchar)" : "null";
  }

  /**
   * As what (of {@link Types}) a text is a parameter that compares with a column of any type;
   * PostgreSQL would compare a text with texts only, and a padded one without its index.
   */
  int parameterOfAnyType() {
    return this == POSTGRESQL ? Types.OTHER : Types.VARCHAR;
  }

  /** Whether several connections can see one snapshot. */
  boolean sharesSnapshots() {
    return this == POSTGRESQL;
  }

  /** Whether a snapshot has a name by which a DBA knows it. */
  boolean namesSnapshots() {
    return this != H2;
  }

  /**
   * Whether the driver is told that nothing is written. That of MySQL would then refuse savepoints;
   * the server is told instead.
   */
  boolean driverIsReadOnly() {
    return this != MYSQL;
  }

  /** A zone as its sessions want it. */
  String zoneText(ZoneId zone) {
    ZoneId plain = zone.normalized();
    return switch (this) {
      case H2 -> zone.getId();
      case POSTGRESQL -> plain instanceof ZoneOffset offset ? posix(offset) : plain.getId();
      case MARIADB, MYSQL -> plain.equals(ZoneOffset.UTC) ? "+00:00" : plain.getId();
    };
  }

  /** An offset in PostgreSQL counts to the west unless it is written so. */
  private static String posix(ZoneOffset offset) {
    String east = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    String west = (east.startsWith("+") ? "-" : "+") + east.substring(1);
    return "<" + east + ">" + west;
  }

  /** The text of one of our own statements. */
  String statement(String name) {
    return ClasspathSqlLocator.create()
        .getResource(Dialect.class.getClassLoader(), "sources/" + folder() + "/" + name + ".sql");
  }
}
