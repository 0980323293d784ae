package parcelrecon.report.answers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parcelrecon.report.answers.Remark.Matter;

/** What finance filled in on a sheet Money: it stays in the file, and is told to do so. */
final class MoneyByHand {

  private final String sheet;
  private final Set<Integer> columns;
  private String first;
  private long cells;

  private MoneyByHand(String sheet, Set<Integer> columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /** Absent when the row is not the header of a sheet Money. */
  static Optional<MoneyByHand> find(String sheet, List<String> headers) {
    if (!SheetCells.isMoney(headers)) {
      return Optional.empty();
    }
    Set<Integer> columns = new TreeSet<>();
    for (int place = 0; place < headers.size(); place++) {
      if (SheetCells.isMoneyByHand(headers.get(place))) {
        columns.add(place);
      }
    }
    return Optional.of(new MoneyByHand(sheet, columns));
  }

  /**
   * @param row from 1
   */
  void add(int row, List<String> texts) {
    for (int column : columns) {
      if (column < texts.size() && !texts.get(column).isBlank()) {
        first = first == null ? SheetCells.name(sheet, column, row) : first;
        cells++;
      }
    }
  }

  /** Absent when nothing was filled in. */
  Optional<Remark> remark() {
    return cells == 0
        ? Optional.empty()
        : Optional.of(
            new Remark(
                first,
                "",
                cells == 1 ? Matter.NOT_READ_BACK : Matter.MORE_NOT_READ_BACK,
                cells == 1 ? List.of() : List.of(Long.toString(cells - 1))));
  }
}
