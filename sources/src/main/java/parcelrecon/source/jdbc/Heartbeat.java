package parcelrecon.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.source.mapping.RowMapping;

/**
 * The site's own word for how far a replica has come: a time that somebody writes on the primary
 * again and again, and that a snapshot holds as it holds everything else.
 */
record Heartbeat(SiteStatement statement, RowMapping mapping, DatabaseProblems problems) {

  /** Unknown when the statement gives no time. */
  Freshness read(Session session) {
    try (Query asking = statement.on(session)) {
      return asking.scanResultSet((rows, context) -> first(rows.get(), session));
    } catch (JdbiException e) {
      throw problems.failed(statement.file(), e);
    } catch (IllegalArgumentException e) {
      throw problems.wrongStatement(statement.file(), e.getMessage());
    }
  }

  private Freshness first(ResultSet rows, Session session) throws SQLException {
    ResultColumns columns = ResultColumns.of(rows.getMetaData(), session);
    Object time = rows.next() ? columns.cell(rows, 0) : null;
    return time == null
        ? Freshness.UNKNOWN
        : Freshness.through(mapping.time("the heartbeat", time));
  }
}
