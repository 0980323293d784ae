package parcelrecon.source.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a result: their labels compare without case, their types decide how cells read.
 */
final class ResultColumns {

  private final List<String> labels;
  private final List<String> tables;
  private final int[] types;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  private ResultColumns(List<String> labels, List<String> tables, int[] types) {
    this.labels = labels;
    this.tables = tables;
    this.types = types;
    for (int i = 0; i < labels.size(); i++) {
      indexes.putIfAbsent(folded(labels.get(i)), i);
    }
  }

  static ResultColumns of(ResultSetMetaData meta) throws SQLException {
    List<String> labels = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    int[] types = new int[meta.getColumnCount()];
    for (int i = 0; i < types.length; i++) {
      labels.add(meta.getColumnLabel(i + 1));
      tables.add(meta.getTableName(i + 1));
      types[i] = meta.getColumnType(i + 1);
    }
    return new ResultColumns(labels, tables, types);
  }

  void check(Set<String> siteColumns, String file, DatabaseProblems problems) {
    List<String> missing = siteColumns.stream().filter(c -> index(c) < 0).sorted().toList();
    if (!missing.isEmpty()) {
      throw problems.wrongStatement(
          file,
          "no column "
              + String.join(", ", missing)
              + " (seen "
              + String.join(", ", labels.stream().map(ResultColumns::folded).toList())
              + ")");
    }
  }

  /** Of a label without regard to case, from 0; -1 when there is none. */
  int index(String label) {
    return indexes.getOrDefault(folded(label), -1);
  }

  List<String> labels() {
    return labels;
  }

  /** The table a column comes from, in lower case; empty for an expression. */
  String table(int index) {
    return folded(tables.get(index) == null ? "" : tables.get(index));
  }

  /** A cell in a type every database's rows have in common; null stays null. */
  Object cell(ResultSet rows, int index) throws SQLException {
    int column = index + 1;
    return switch (types[index]) {
      case Types.TIMESTAMP_WITH_TIMEZONE -> {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
      case Types.DATE -> rows.getObject(column, LocalDate.class);
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
        long number = rows.getLong(column);
        yield rows.wasNull() ? null : number;
      }
      case Types.NUMERIC, Types.DECIMAL -> rows.getBigDecimal(column);
      default -> rows.getString(column);
    };
  }

  private static String folded(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
