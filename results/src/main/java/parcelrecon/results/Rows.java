package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Query;

/** The rows of a query, one after another. */
public final class Rows {

  private Rows() {}

  /** Takes what it needs of one row. */
  public interface Visitor {
    void visit(ResultSet row) throws SQLException;
  }

  public static void forEach(Query query, Visitor visitor) {
    query.scanResultSet(
        (rows, context) -> {
          try (context;
              ResultSet row = rows.get()) {
            while (row.next()) {
              visitor.visit(row);
            }
          }
          return null;
        });
  }
}
