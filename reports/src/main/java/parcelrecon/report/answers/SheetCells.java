package parcelrecon.report.answers;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;

/** How cells of a workbook are called, and which sheet is filled in but not read back. */
final class SheetCells {

  /** The columns by which the sheet Money is known. */
  private static final Set<String> OF_MONEY = headers(Stream.of("treatment", "voucher"));

  private static final Set<String> BY_HAND =
      headers(Stream.of("treatment", "voucher", "byDate", "checkedBy", "note"));

  private SheetCells() {}

  /**
   * For example {@code Store calls!T17}.
   *
   * @param column from 0
   * @param row from 1
   */
  static String name(String sheet, int column, int row) {
    return sheet + "!" + CellReference.convertNumToColString(column) + row;
  }

  /** Whether a header is of a column that finance fills in. */
  static boolean isMoneyByHand(String header) {
    return BY_HAND.contains(header);
  }

  /** Whether headers are those of the sheet Money, in any language. */
  static boolean isMoney(Collection<String> headers) {
    return headers.stream().filter(OF_MONEY::contains).count() > 1;
  }

  private static Set<String> headers(Stream<String> columns) {
    return columns
        .flatMap(column -> Languages.ALL.stream().map(texts -> texts.text("column." + column)))
        .collect(Collectors.toSet());
  }
}
