package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parcelrecon.report.text.Texts;

/** The columns of a sheet, told from left to right. */
final class Columns<T> {

  private static final int HIDDEN_WIDTH = 12;

  private final Texts texts;
  private final List<Column<T>> columns = new ArrayList<>();

  Columns(Texts texts) {
    this.texts = texts;
  }

  Columns<T> add(String key, int width, Function<T, Cell> cell) {
    return add(key, width, Column.Use.SHOWN, Optional.empty(), cell);
  }

  Columns<T> text(String key, int width, Function<T, String> text) {
    return add(key, width, row -> Cell.text(text.apply(row)));
  }

  Columns<T> wrapped(String key, int width, Function<T, String> text) {
    return add(key, width, Column.Use.WRAPPED, Optional.empty(), row -> Cell.text(text.apply(row)));
  }

  Columns<T> byHand(String key, int width) {
    return add(key, width, Column.Use.BY_HAND, Optional.empty(), row -> Cell.BLANK);
  }

  Columns<T> byHand(String key, int width, Choice choice) {
    return add(key, width, Column.Use.BY_HAND, Optional.of(choice), row -> Cell.BLANK);
  }

  Columns<T> hidden(String key, Function<T, String> text) {
    return add(
        key, HIDDEN_WIDTH, Column.Use.HIDDEN, Optional.empty(), row -> Cell.text(text.apply(row)));
  }

  /** A column for each currency; its header names it. */
  Columns<T> perCurrency(
      String key, List<String> currencies, Function<T, Map<String, Long>> amounts) {
    for (String currency : currencies) {
      columns.add(
          new Column<>(
              texts.text("column." + key) + " " + currency,
              13,
              Column.Use.SHOWN,
              Optional.empty(),
              row -> Cell.money(amounts.apply(row).get(currency), currency)));
    }
    return this;
  }

  private Columns<T> add(
      String key, int width, Column.Use use, Optional<Choice> choice, Function<T, Cell> cell) {
    columns.add(new Column<>(texts.text("column." + key), width, use, choice, cell));
    return this;
  }

  List<Column<T>> list() {
    return List.copyOf(columns);
  }
}
