package parcelrecon.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.datafix.TableRow;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.mapping.RowMapping;

/**
 * Rows of the table that datafixes change, asked for by key in one read-only snapshot, opened at
 * the first need. Times are read as the source reads them, so that a deadline which nobody has
 * touched equals the one that was seen. Not thread-safe.
 */
public final class TableRows implements AutoCloseable {

  /** The most keys one statement takes. */
  public static final int KEYS_MAX = 500;

  /** A column that is no key may have rows without end. */
  private static final int ROWS_MAX = 10 * KEYS_MAX;

  private static final String STATEMENT =
      ClasspathSqlLocator.create()
          .getResource(TableRows.class.getClassLoader(), "sources/rows_by_key.sql");

  private final RowNames names;
  private final RowMapping mapping;
  private final DatabaseProblems problems;
  private final Snapshots snapshot;

  /**
   * @throws parcelrecon.problem.ProblemException CONFIGURATION for a URL that could create, run or
   *     write something
   */
  public TableRows(SourceSettings settings, Jdbc jdbc, RowNames names) {
    this(settings, jdbc, names, Limits.STANDARD);
  }

  TableRows(SourceSettings settings, Jdbc jdbc, RowNames names, Limits limits) {
    String where = "sources." + settings.name().text();
    JdbcUrl url = JdbcUrl.of(jdbc.url(), where);
    this.names = names;
    this.mapping = new RowMapping(settings);
    this.problems = new DatabaseProblems(where, url.shown(), limits);
    this.snapshot = new Snapshots(new Database(url, jdbc, settings.zone(), limits, problems), 1);
  }

  /**
   * The rows with these keys, in no order, and those with keys that only the database takes for one
   * of them, as a statement that names the key would find them, too.
   *
   * @param keys at most {@link #KEYS_MAX}
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when the database does not answer,
   *     CONFIGURATION when it refuses the names or the account
   */
  public List<TableRow> rows(List<String> keys) {
    if (keys.size() > KEYS_MAX) {
      throw new IllegalArgumentException(keys.size() + " keys in one statement");
    }
    return keys.isEmpty() ? List.of() : snapshot.with(taken -> rows(keys, taken.session()));
  }

  private List<TableRow> rows(List<String> keys, Session session) {
    try (Query query = session.handle().createQuery(STATEMENT)) {
      return query
          .setFetchSize(session.dialect().fetchRows())
          .setMaxRows(ROWS_MAX + 1)
          .define("table", names.table())
          .define("key", names.key())
          .define("state", names.state())
          .define("version", names.version())
          .define("deadline", names.deadline().orElse("null"))
          .bindList("keys", keys.stream().map(key -> parameter(key, session.dialect())).toList())
          .scanResultSet((rows, context) -> read(rows.get(), session));
    } catch (JdbiException e) {
      throw problems.rowsNotRead(names.table(), e);
    }
  }

  private static Argument parameter(String key, Dialect dialect) {
    return (position, statement, context) ->
        statement.setObject(position, key, dialect.parameterOfAnyType());
  }

  private List<TableRow> read(ResultSet results, Session session) throws SQLException {
    ResultColumns columns = ResultColumns.of(results.getMetaData(), session);
    List<TableRow> rows = new ArrayList<>();
    while (results.next()) {
      if (rows.size() == ROWS_MAX) {
        throw problems.noKey(names.table(), names.key(), ROWS_MAX);
      }
      rows.add(read(JdbcRow.of(columns, results)));
    }
    return rows;
  }

  private TableRow read(JdbcRow row) {
    try {
      return new TableRow(
          mapping.text("key", row.value("row_key")),
          mapping.text("state", row.value("row_state")),
          version(row.value("row_version")),
          deadline(row.value("row_deadline")),
          Optional.ofNullable(row.damage()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return unread(row, e.getMessage());
    }
  }

  private Long version(Object value) {
    String text = mapping.text("version", value);
    return text == null ? null : new BigDecimal(text.strip()).longValueExact();
  }

  private Instant deadline(Object value) {
    return value == null || value.equals("") ? null : mapping.time("deadline", value);
  }

  /** What cannot be read is not what was seen, whatever the rest of the row says. */
  private TableRow unread(JdbcRow row, String why) {
    Object key = row.value("row_key");
    return new TableRow(
        key == null ? "" : key.toString(), null, null, null, Optional.of(String.valueOf(why)));
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
