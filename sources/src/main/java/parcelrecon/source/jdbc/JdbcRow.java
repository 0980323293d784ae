package parcelrecon.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.source.mapping.RawRow;

/** A row of a result, its cells already fetched. */
final class JdbcRow implements RawRow {

  private final ResultColumns columns;
  private final Object[] cells;
  private final String damage;

  private JdbcRow(ResultColumns columns, Object[] cells, String damage) {
    this.columns = columns;
    this.cells = cells;
    this.damage = damage;
  }

  /** Fetches the row the cursor is at; a cell that cannot be read is absent and told. */
  static JdbcRow of(ResultColumns columns, ResultSet rows) {
    Object[] cells = new Object[columns.labels().size()];
    String damage = null;
    for (int i = 0; i < cells.length; i++) {
      try {
        cells[i] = columns.cell(rows, i);
      } catch (SQLException | DateTimeException e) {
        damage = "column " + columns.labels().get(i) + " cannot be read: " + e.getMessage();
      }
    }
    return new JdbcRow(columns, cells, damage);
  }

  /** What could not be read; null for a sound row. */
  String damage() {
    return damage;
  }

  @Override
  public Object value(String siteColumn) {
    int index = columns.index(siteColumn);
    return index < 0 ? null : cells[index];
  }

  /** The table a column comes from; empty when it comes from none. */
  String table(String siteColumn) {
    int index = columns.index(siteColumn);
    return index < 0 ? "" : columns.table(index);
  }

  @Override
  public String text() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      parts.add(columns.labels().get(i) + "=" + (cells[i] == null ? "" : cells[i]));
    }
    return String.join(";", parts);
  }
}
