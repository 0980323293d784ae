package parcelrecon.results;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;

/**
 * The parcels of a partition that have a mismatch left, in the order of their keys, one page in
 * memory.
 */
final class ParcelCursor implements Iterator<StoredParcel> {

  private static final byte[] BEFORE_THE_FIRST = {};

  private final ParcelPage pages;
  private final int rowsMax;
  private List<StoredParcel> page = List.of();
  private int position;
  private byte[] after = BEFORE_THE_FIRST;
  private boolean ended;

  ParcelCursor(Handle handle, long run, int partition, int rowsMax) {
    this.pages = new ParcelPage(handle, run, partition);
    this.rowsMax = rowsMax;
  }

  @Override
  public boolean hasNext() {
    while (!ended && position == page.size()) {
      List<StoredParcel> read = pages.read(after, rowsMax);
      ended = read.isEmpty();
      after = ended ? after : read.get(read.size() - 1).key();
      page = read.stream().filter(parcel -> !parcel.mismatches().isEmpty()).toList();
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
