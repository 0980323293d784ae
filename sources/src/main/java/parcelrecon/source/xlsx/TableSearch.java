package parcelrecon.source.xlsx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parcelrecon.problem.Problem;
import parcelrecon.source.file.SiteFile;
import parcelrecon.source.mapping.Heading;

/**
 * Finds the table of a workbook: the sheet, and in it the first of the first {@link #ROWS_MAX} rows
 * that holds all columns needed. What stands above is a title.
 *
 * @param needed the site's columns that must be there
 * @param read all that are read if there
 */
record TableSearch(Optional<String> sheet, Collection<String> needed, Collection<String> read) {

  static final int ROWS_MAX = 20;

  /** A sheet and the heading of its table. */
  record Table(String sheet, Heading heading) {}

  /** What was found, or else what is wrong. */
  record Found(Optional<Table> table, List<Problem> problems) {}

  Found in(SiteFile file, Workbook workbook) {
    List<String> sheets = workbook.sheets();
    if (sheet.isPresent() && !sheets.contains(sheet.get())) {
      return new Found(
          Optional.empty(), List.of(WorkbookProblems.noSheet(file, sheet.get(), sheets)));
    }
    List<Table> nearest =
        sheet.map(List::of).orElse(sheets).stream()
            .map(name -> nearest(file, workbook, name))
            .toList();
    List<Table> complete = nearest.stream().filter(this::isComplete).toList();
    if (complete.size() > 1) {
      List<String> names = complete.stream().map(Table::sheet).toList();
      return new Found(Optional.empty(), List.of(WorkbookProblems.severalSheets(file, names)));
    }
    return complete.isEmpty()
        ? new Found(Optional.empty(), problems(file, nearest))
        : found(complete.get(0));
  }

  private Found found(Table table) {
    return new Found(Optional.of(table), table.heading().problems(needed, read));
  }

  private List<Problem> problems(SiteFile file, List<Table> nearest) {
    Optional<Table> best = nearest.stream().max(Comparator.comparingLong(this::present));
    return best.filter(table -> table.heading().columns() > 0)
        .map(table -> table.heading().problems(needed, read))
        .orElseGet(
            () ->
                List.of(
                    WorkbookProblems.empty(
                        best.map(table -> table.heading().where()).orElse(file.name()),
                        List.copyOf(needed))));
  }

  /** The first row with most of the columns needed; one without columns where there is no row. */
  private Table nearest(SiteFile file, Workbook workbook, String name) {
    List<SheetRow> first = new ArrayList<>();
    workbook.read(
        name,
        row -> {
          first.add(row);
          return first.size() < ROWS_MAX;
        });
    String where = file.name() + ", sheet " + name;
    Table nearest = new Table(name, Heading.numbered(where, 0));
    for (SheetRow row : first) {
      Table table = new Table(name, Heading.of(where, row.number(), row.texts()));
      if (nearest.heading().columns() == 0 || present(table) > present(nearest)) {
        nearest = table;
      }
    }
    return nearest;
  }

  private long present(Table table) {
    return needed.stream().filter(table.heading().places()::containsKey).count();
  }

  private boolean isComplete(Table table) {
    return table.heading().columns() > 0 && present(table) == needed.size();
  }
}
