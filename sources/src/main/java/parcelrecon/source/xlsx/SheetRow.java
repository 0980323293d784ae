package parcelrecon.source.xlsx;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import parcelrecon.source.mapping.UnreadableValue;

/**
 * A row of a sheet.
 *
 * @param number as a spreadsheet program shows it, from 1
 * @param cells by column; null for an empty one
 */
record SheetRow(long number, List<Object> cells) {

  SheetRow {
    cells = Collections.unmodifiableList(cells);
  }

  boolean isEmpty() {
    return cells.stream().allMatch(cell -> cell == null || "".equals(cell));
  }

  /** Null for a cell the row does not have. */
  Object cell(int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  List<String> texts() {
    return cells.stream().map(SheetRow::text).toList();
  }

  String text() {
    return texts().stream().collect(Collectors.joining(","));
  }

  private static String text(Object cell) {
    if (cell instanceof UnreadableValue unreadable) {
      return unreadable.text();
    }
    return cell instanceof java.math.BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : Objects.toString(cell, "");
  }
}
