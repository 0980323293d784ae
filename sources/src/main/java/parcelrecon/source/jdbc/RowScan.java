package parcelrecon.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.source.mapping.EventStamp;
import parcelrecon.source.mapping.RowReceiver;

/**
 * Hands on the rows of one of the site's statements as they come.
 *
 * @param siteColumns those that must be there
 */
record RowScan(
    SiteStatement statement, Set<String> siteColumns, TableRef refs, DatabaseProblems problems) {

  /**
   * @param bound the statement with its parameters
   */
  void hand(Session session, Query bound, RowReceiver rows) {
    try {
      bound.scanResultSet(
          (results, context) -> {
            hand(session, results.get(), rows);
            return null;
          });
    } catch (JdbiException e) {
      throw problems.failed(statement.file(), e);
    }
  }

  private void hand(Session session, ResultSet results, RowReceiver rows) {
    try {
      ResultColumns columns = ResultColumns.of(results.getMetaData(), session);
      columns.check(siteColumns, statement.file(), problems);
      while (results.next()) {
        JdbcRow row = JdbcRow.of(columns, results);
        if (row.damage() == null) {
          rows.row(row, refs.of(row), EventStamp.NONE);
        } else {
          rows.broken(row, refs.of(row), row.damage());
        }
      }
    } catch (SQLException e) {
      throw problems.failed(statement.file(), e);
    } catch (RuntimeException givenUp) {
      session.stopStatement();
      throw givenUp;
    }
  }
}
