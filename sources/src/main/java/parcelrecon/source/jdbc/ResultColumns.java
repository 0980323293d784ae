package parcelrecon.source.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneOffset;
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
  private final List<CellType> types;
  private final ZoneOffset session;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  private ResultColumns(
      List<String> labels, List<String> tables, List<CellType> types, ZoneOffset session) {
    this.labels = labels;
    this.tables = tables;
    this.types = types;
    this.session = session;
    for (int i = 0; i < labels.size(); i++) {
      indexes.putIfAbsent(folded(labels.get(i)), i);
    }
  }

  static ResultColumns of(ResultSetMetaData meta, Session session) throws SQLException {
    List<String> labels = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    List<CellType> types = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      labels.add(meta.getColumnLabel(column));
      tables.add(meta.getTableName(column));
      types.add(
          CellType.of(
              session.dialect(), meta.getColumnType(column), meta.getColumnTypeName(column)));
    }
    return new ResultColumns(labels, tables, types, session.offset());
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
    return types.get(index).read(rows, index + 1, session);
  }

  private static String folded(String label) {
    return label.toLowerCase(Locale.ROOT);
  }
}
