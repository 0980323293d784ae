package parcelrecon.report.datafix.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import parcelrecon.datafix.TableRow;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.ChangesFile;

/**
 * How the changes of one script stand to the site's table now. Counted, never acted on.
 *
 * @param file the file of changes
 * @param counts of each standing that there is
 * @param moved what is neither as seen nor as written, in the file's order; at most {@link
 *     #MOVED_MAX}
 * @param othersKeys keys of rows that only the database takes for one of those asked for (a
 *     collation, say): a statement would find them, too
 */
public record GuardCount(
    String file, Map<Standing, Long> counts, List<Moved> moved, Set<String> othersKeys) {

  /** Of more only the number is told. */
  public static final int MOVED_MAX = 100_000;

  private static final int BATCH = 500;
  private static final int ROWS_TOLD_MAX = 3;
  private static final int OTHERS_MAX = 100;

  /**
   * @param now the rows with its key; of several the first few
   */
  public record Moved(Change change, Standing standing, List<TableRow> now) {}

  /**
   * @param hasDeadline whether the site's table has a deadline
   * @param table the rows with up to 500 keys, as they are now
   */
  static GuardCount of(
      ChangesFile changes, boolean hasDeadline, Function<List<String>, List<TableRow>> table) {
    GuardCount count =
        new GuardCount(
            changes.path().getFileName().toString(),
            new EnumMap<>(Standing.class),
            new ArrayList<>(),
            new TreeSet<>());
    changes.forEachBatch(BATCH, batch -> count.add(batch, hasDeadline, table));
    return count;
  }

  private void add(
      List<Change> batch, boolean hasDeadline, Function<List<String>, List<TableRow>> table) {
    Map<String, List<TableRow>> rows = new HashMap<>();
    for (Change change : batch) {
      rows.put(change.outboundId(), new ArrayList<>());
    }
    for (TableRow row : table.apply(List.copyOf(rows.keySet()))) {
      if (rows.containsKey(row.key())) {
        rows.get(row.key()).add(row);
      } else if (othersKeys.size() < OTHERS_MAX) {
        othersKeys.add(String.valueOf(row.key()));
      }
    }
    for (Change change : batch) {
      add(change, rows.get(change.outboundId()), hasDeadline);
    }
  }

  private void add(Change change, List<TableRow> rows, boolean hasDeadline) {
    Standing standing = Standing.of(change, rows, hasDeadline);
    counts.merge(standing, 1L, Long::sum);
    boolean isMoved = standing != Standing.HOLDS && standing != Standing.FIXED;
    if (isMoved && moved.size() < MOVED_MAX) {
      moved.add(
          new Moved(
              change,
              standing,
              rows.stream()
                  .sorted(Comparator.comparing(TableRow::toString))
                  .limit(ROWS_TOLD_MAX)
                  .toList()));
    }
  }

  public long count(Standing standing) {
    return counts.getOrDefault(standing, 0L);
  }

  /** All changes of the script. */
  public long expected() {
    return Stream.of(Standing.values()).mapToLong(this::count).sum();
  }

  /** Neither as seen nor as written. */
  public long movedInAll() {
    return expected() - count(Standing.HOLDS) - count(Standing.FIXED);
  }
}
