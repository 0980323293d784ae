package parcelrecon.report.answers;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import parcelrecon.report.text.Texts;

/** How cells of a workbook are called, and which sheet is filled in but not read back. */
final class SheetCells {

  private static final Set<String> MONEY_BY_HAND = headers("treatment", "voucher", "byDate");
  private static final Set<String> CHECKED_BY = headers("checkedBy");
  private static final Set<String> NOTE = headers("note");

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
    return MONEY_BY_HAND.contains(header) || CHECKED_BY.contains(header) || NOTE.contains(header);
  }

  /** Whether headers are those of the sheet Money. */
  static boolean isMoney(Set<String> headers) {
    return headers.stream().anyMatch(CHECKED_BY::contains)
        && headers.stream().anyMatch(MONEY_BY_HAND::contains);
  }

  private static Set<String> headers(String... keys) {
    return Languages.ALL.stream()
        .flatMap(texts -> Set.of(keys).stream().map(key -> header(texts, key)))
        .collect(Collectors.toSet());
  }

  private static String header(Texts texts, String key) {
    return texts.text("column." + key);
  }
}
