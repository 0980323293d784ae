package parcelrecon.report.workbook;

import java.util.Optional;
import java.util.function.Function;

/**
 * One column of a sheet whose rows are {@code T}.
 *
 * @param width in characters
 * @param choice the drop-down of a column that is filled in by hand; absent for free text
 */
record Column<T>(
    String header, int width, Use use, Optional<Choice> choice, Function<T, Cell> cell) {

  /** What a column is for. */
  enum Use {
    SHOWN,
    /** Long text on several lines. */
    WRAPPED,
    /** Left empty for people to fill in; its header is bold and marked. */
    BY_HAND,
    /** Identity of the row, for reading the file back. */
    HIDDEN
  }
}
