package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** The parcels of a partition in the order of their keys, one page in memory. */
final class ParcelCursor implements Iterator<StoredParcel> {

  /** Reads the next parcels behind a key. */
  interface Pages {
    /**
     * @param after empty for the first page
     * @return ordered by key; empty at the end
     */
    List<StoredParcel> read(byte[] after, int rowsMax);
  }

  static final byte[] BEFORE_THE_FIRST = {};

  private final Pages pages;
  private final Predicate<StoredParcel> which;
  private final int rowsMax;
  private List<StoredParcel> page = List.of();
  private int position;
  private byte[] after;
  private boolean ended;

  /**
   * @param after the key behind which it begins
   */
  ParcelCursor(Pages pages, Predicate<StoredParcel> which, int rowsMax, byte[] after) {
    this.pages = pages;
    this.which = which;
    this.rowsMax = rowsMax;
    this.after = after;
  }

  /** Those that have a mismatch left. */
  static ParcelCursor withMismatch(
      Handle handle, long run, int partition, int rowsMax, byte[] after) {
    return new ParcelCursor(
        new ParcelPage(handle, run, partition),
        parcel -> !parcel.mismatches().isEmpty(),
        rowsMax,
        after);
  }

  @Override
  public boolean hasNext() {
    while (!ended && position == page.size()) {
      List<StoredParcel> read = pages.read(after, rowsMax);
      ended = read.isEmpty();
      after = ended ? after : read.get(read.size() - 1).key();
      page = read.stream().filter(which).toList();
      position = 0;
    }
    return position < page.size();
  }

  @Override
  public StoredParcel next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(position++);
  }
}
