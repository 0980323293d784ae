package parcelrecon.results;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;

/**
 * The parcels of all partitions in the order of their keys: a merge of one cursor per partition,
 * since reading all of them through one index jumps over the whole file.
 */
final class MergedParcels implements Iterator<StoredParcel> {

  /** How many parcels of all partitions are in memory, about; their records encoded. */
  private static final int PARCELS_MAX = 8_192;

  private static final int PAGE_MIN = 8;
  private static final int PAGE_MAX = 512;

  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  private MergedParcels(List<ParcelCursor> cursors) {
    cursors.forEach(this::offerNext);
  }

  /** Those with a mismatch left. */
  static MergedParcels withMismatch(Handle handle, long run) {
    return withMismatch(handle, run, ParcelCursor.BEFORE_THE_FIRST);
  }

  /** Those with a mismatch left, behind a key. */
  static MergedParcels withMismatch(Handle handle, long run, byte[] after) {
    return of(
        handle,
        run,
        (partition, rowsMax) ->
            List.of(ParcelCursor.withMismatch(handle, run, partition, rowsMax, after)));
  }

  /** Those with a mismatch, settled ones, and those followed without one. */
  static MergedParcels all(Handle handle, long run) {
    return all(handle, run, ParcelCursor.BEFORE_THE_FIRST);
  }

  /** As {@link #all(Handle, long)}, behind a key. */
  static MergedParcels all(Handle handle, long run, byte[] after) {
    return of(handle, run, (partition, rowsMax) -> both(handle, run, partition, rowsMax, after));
  }

  private static List<ParcelCursor> both(
      Handle handle, long run, int partition, int rowsMax, byte[] after) {
    return List.of(
        new ParcelCursor(new ParcelPage(handle, run, partition), any -> true, rowsMax, after),
        new ParcelCursor(new FollowedPage(handle, run, partition), any -> true, rowsMax, after));
  }

  /**
   * As {@link #all(Handle, long)}, of some partitions only.
   *
   * @param partitions ordered
   * @param parcelsMax in memory, about
   */
  static MergedParcels of(Handle handle, long run, List<Integer> partitions, int parcelsMax) {
    return of(
        partitions,
        parcelsMax,
        (partition, rowsMax) ->
            both(handle, run, partition, rowsMax, ParcelCursor.BEFORE_THE_FIRST));
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public StoredParcel next() {
    Head head = heads.remove();
    offerNext(head.rest());
    return head.parcel();
  }

  /** Opens what there is to read of a partition. */
  private interface Cursors {
    List<ParcelCursor> of(int partition, int rowsMax);
  }

  private static MergedParcels of(Handle handle, long run, Cursors cursors) {
    return of(PartitionStore.numbers(handle, run), PARCELS_MAX, cursors);
  }

  private static MergedParcels of(List<Integer> partitions, int parcelsMax, Cursors cursors) {
    int rowsMax =
        Math.max(PAGE_MIN, Math.min(PAGE_MAX, parcelsMax / Math.max(1, partitions.size())));
    return new MergedParcels(
        partitions.stream().flatMap(partition -> cursors.of(partition, rowsMax).stream()).toList());
  }

  private void offerNext(ParcelCursor cursor) {
    if (cursor.hasNext()) {
      heads.add(new Head(cursor.next(), cursor));
    }
  }

  /** The next parcel of a partition, and those behind it. */
  private record Head(StoredParcel parcel, ParcelCursor rest) implements Comparable<Head> {

    @Override
    public int compareTo(Head other) {
      return Arrays.compareUnsigned(parcel.key(), other.parcel.key());
    }
  }
}
