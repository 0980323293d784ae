package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.listing.ListingIndex.Direction;

/**
 * Looks at rows in the list's order until a page is full, or enough were looked at. All strands are
 * at or behind the last row that was looked at, so none before it was passed over.
 */
final class Walk {

  /** The most rows one page looks at, however few of them fit. */
  static final int LOOKED_AT_MAX = 8_000;

  private static final int WINDOW_MAX = 2_000;
  private static final int SIEVED_WINDOW_MIN = 200;

  private final List<Strand> strands;
  private final Comparator<Strand> order;
  private final ListingFilter filter;
  private final List<ListedMismatch> rows = new ArrayList<>();
  private int window;
  private int read;
  private ListingPosition last;
  private boolean cutShort;

  Walk(ListingFilter filter, Drive drive, Direction direction, ListingPosition from) {
    this.filter = filter;
    this.strands =
        drive.values().stream()
            .map(value -> new Strand(drive.index(), value, direction, filter.parcelPrefix(), from))
            .toList();
    Comparator<Strand> byPosition = Comparator.comparing(strand -> strand.head().position());
    this.order = direction == Direction.FORWARD ? byPosition : byPosition.reversed();
    this.window = drive.isSieved(filter) ? SIEVED_WINDOW_MIN : ListingSearch.PAGE_ROWS + 1;
    this.last = from;
  }

  /** Goes on until so many rows fit. */
  void go(Handle handle, long run, int rowsMax) {
    while (rows.size() < rowsMax) {
      for (Strand strand : strands) {
        if (strand.isWanting()) {
          if (read >= LOOKED_AT_MAX) {
            cutShort = true;
            return;
          }
          read += strand.read(handle, run, Math.min(window, LOOKED_AT_MAX - read));
          window = Math.min(WINDOW_MAX, 2 * window);
        }
      }
      Optional<Strand> next = strands.stream().filter(each -> each.head() != null).min(order);
      if (next.isEmpty()) {
        return;
      }
      take(next.get());
    }
  }

  private void take(Strand strand) {
    ListedMismatch row = strand.head();
    strand.drop();
    last = row.position();
    if (filter.fits(row)) {
      rows.add(row);
    }
  }

  /** Those that fit, in the order they were come to. */
  List<ListedMismatch> rows() {
    return rows;
  }

  /** The last row looked at. */
  ListingPosition last() {
    return last;
  }

  boolean isCutShort() {
    return cutShort;
  }

  int read() {
    return read;
  }
}
