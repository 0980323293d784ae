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

  /** How many of them it looks at as the list is, where rows that fit may be met without more. */
  static final int SKIMMED_MAX = 400;

  private final ListingFilter filter;
  private final Direction direction;
  private final List<ListedMismatch> rows = new ArrayList<>();
  private int read;
  private ListingPosition last;
  private boolean cutShort;

  Walk(ListingFilter filter, Direction direction, ListingPosition from) {
    this.filter = filter;
    this.direction = direction;
    this.last = from;
  }

  /**
   * Goes on, behind the last row that was looked at, until so many rows fit.
   *
   * @param lookedAtMax over the whole walk
   */
  void go(Drive drive, Handle handle, long run, int rowsMax, int lookedAtMax) {
    cutShort = false;
    List<Strand> strands = strands(drive, rowsMax);
    Comparator<Strand> byPosition = Comparator.comparing(strand -> strand.head().position());
    Comparator<Strand> order = direction == Direction.FORWARD ? byPosition : byPosition.reversed();
    while (rows.size() < rowsMax) {
      for (Strand strand : strands) {
        if (strand.isWanting()) {
          if (read >= lookedAtMax) {
            cutShort = true;
            return;
          }
          read += strand.read(handle, run, lookedAtMax - read);
        }
      }
      Optional<Strand> next = strands.stream().filter(each -> each.head() != null).min(order);
      if (next.isEmpty()) {
        return;
      }
      take(next.get());
    }
  }

  private List<Strand> strands(Drive drive, int rowsMax) {
    List<Strand> strands = new ArrayList<>();
    drive
        .values()
        .forEach(
            (value, listed) ->
                strands.add(
                    new Strand(
                        new Strand.Course(drive.index(), value, direction, filter.parcelPrefix()),
                        last,
                        drive.window(listed, rowsMax - rows.size()))));
    return strands;
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
