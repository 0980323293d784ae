package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.results.Columns;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;
import parcelrecon.results.listing.ListingIndex.Direction;

/**
 * Pages through the list of a run. A page costs the same however long the list is: it follows the
 * index of the filter's most selective part and looks at {@link Walk#LOOKED_AT_MAX} rows at most.
 */
public final class ListingSearch {

  public static final int PAGE_ROWS = 50;

  private static final int WALKED_ROWS = 2_000;
  private static final ListingPosition BEGINNING = new ListingPosition("", "", "");

  private final Jdbi jdbi;
  private final long run;

  /**
   * @param run one that is listed
   */
  public ListingSearch(ResultsDatabase database, long run) {
    this.jdbi = database.jdbi();
    this.run = run;
  }

  public ListingPage first(ListingFilter filter) {
    return forward(filter, BEGINNING, Optional.empty());
  }

  /** The page behind a position. */
  public ListingPage after(ListingFilter filter, ListingPosition position) {
    return forward(filter, position, Optional.of(position));
  }

  /** The page before a position; the first one where there is nothing before it. */
  public ListingPage before(ListingFilter filter, ListingPosition position) {
    Walk walk = walk(filter, Direction.BACKWARD, position, PAGE_ROWS + 1);
    if (walk.rows().isEmpty() && !walk.isCutShort()) {
      return first(filter);
    }
    List<ListedMismatch> rows = new ArrayList<>(page(walk));
    Optional<ListingPosition> previous =
        walk.rows().size() > PAGE_ROWS
            ? Optional.of(rows.get(PAGE_ROWS - 1).position())
            : cut(walk);
    Collections.reverse(rows);
    Optional<ListingPosition> next =
        rows.isEmpty() ? Optional.of(position) : Optional.of(rows.get(rows.size() - 1).position());
    return new ListingPage(rows, next, previous, walk.isCutShort(), walk.read());
  }

  /** The row at a position; absent when the list has none there. */
  public Optional<ListedMismatch> find(ListingPosition position) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("listing/at_position"))
                .bind("run", run)
                .bind("parcel_key", Columns.key(position.parcelId()))
                .bind("kind", position.kind())
                .bind("consumer_group", position.group())
                .map((row, context) -> ListedRow.read(row))
                .findOne());
  }

  /**
   * Where all rows that fit stand, in order; empty when there are more than so many. Memory: them.
   */
  public Optional<List<ListingPosition>> all(ListingFilter filter, int rowsMax) {
    List<ListingPosition> all = new ArrayList<>();
    ListingPosition from = later(BEGINNING, filter.parcelPrefix());
    while (true) {
      Walk walk = walk(filter, Direction.FORWARD, from, WALKED_ROWS);
      walk.rows().forEach(row -> all.add(row.position()));
      if (all.size() > rowsMax) {
        return Optional.empty();
      }
      if (!walk.isCutShort() && walk.rows().size() < WALKED_ROWS) {
        return Optional.of(all);
      }
      from = walk.last();
    }
  }

  /** How many rows the list has. */
  public long total() {
    return jdbi.withHandle(handle -> new ListingTotals(handle, run).of(Facet.ALL, ""));
  }

  /** How many rows have which value of a facet; those without any are absent. */
  public SortedMap<String, Long> totals(Facet facet) {
    return jdbi.withHandle(handle -> new ListingTotals(handle, run).of(facet));
  }

  /** How many rows fit, as far as that is known without looking at them. */
  public ListingCount count(ListingFilter filter) {
    return jdbi.withHandle(handle -> Drive.count(filter, new ListingTotals(handle, run)));
  }

  private ListingPage forward(
      ListingFilter filter, ListingPosition from, Optional<ListingPosition> behind) {
    Walk walk = walk(filter, Direction.FORWARD, later(from, filter.parcelPrefix()), PAGE_ROWS + 1);
    List<ListedMismatch> rows = page(walk);
    Optional<ListingPosition> next =
        walk.rows().size() > PAGE_ROWS
            ? Optional.of(rows.get(PAGE_ROWS - 1).position())
            : cut(walk);
    Optional<ListingPosition> previous =
        behind.map(position -> rows.isEmpty() ? position : rows.get(0).position());
    return new ListingPage(rows, next, previous, walk.isCutShort(), walk.read());
  }

  private static ListingPosition later(ListingPosition position, String prefix) {
    ListingPosition first = new ListingPosition(prefix, "", "");
    return position.compareTo(first) < 0 ? first : position;
  }

  private static List<ListedMismatch> page(Walk walk) {
    return walk.rows().subList(0, Math.min(PAGE_ROWS, walk.rows().size()));
  }

  private static Optional<ListingPosition> cut(Walk walk) {
    return walk.isCutShort() ? Optional.of(walk.last()) : Optional.empty();
  }

  private Walk walk(ListingFilter filter, Direction direction, ListingPosition from, int rowsMax) {
    return jdbi.withHandle(
        handle -> {
          ListingTotals totals = new ListingTotals(handle, run);
          Drive drive = Drive.of(filter, totals);
          Walk walk = new Walk(filter, direction, from);
          if (drive.rows() == 0) {
            return walk;
          }
          Drive all = Drive.all(filter, totals);
          if (!filter.parcelPrefix().isEmpty() || drive.isMetOften(all.rows())) {
            walk.go(all, handle, run, rowsMax, Walk.SKIMMED_MAX);
            if (!walk.isCutShort()) {
              return walk;
            }
          }
          walk.go(drive, handle, run, rowsMax, Walk.LOOKED_AT_MAX);
          return walk;
        });
  }
}
