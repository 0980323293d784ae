package parcelrecon.report.workbook;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.report.text.Texts;

/**
 * A sheet that is one table.
 *
 * @param name as the tab shows it
 * @param notes lines above the header; the first says what the sheet is for
 * @param footRows how many rows below the table are kept free
 */
record SheetPlan<T>(String name, List<String> notes, List<Column<T>> columns, int footRows) {

  static <T> SheetPlan<T> of(String key, Texts texts, Columns<T> columns) {
    return new SheetPlan<>(
        texts.text("sheet." + key), List.of(texts.text("lead." + key)), columns.list(), 0);
  }

  SheetPlan<T> noting(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new SheetPlan<>(name, List.copyOf(all), columns, footRows);
  }

  SheetPlan<T> leavingFree(int rows) {
    return new SheetPlan<>(name, notes, columns, rows);
  }
}
