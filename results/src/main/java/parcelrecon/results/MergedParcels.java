package parcelrecon.results;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The parcels of all partitions in the order of their keys: a merge of one cursor per partition,
 * since reading all of them through one index jumps over the whole file.
 */
final class MergedParcels {

  /** How many parcels of all partitions are in memory, about; their records encoded. */
  private static final int PARCELS_MAX = 8_192;

  private static final int PAGE_MIN = 8;
  private static final int PAGE_MAX = 512;

  private MergedParcels() {}

  static void forEach(Handle handle, long run, Consumer<StoredParcel> parcel) {
    List<Integer> partitions = PartitionStore.numbers(handle, run);
    int rowsMax =
        Math.max(PAGE_MIN, Math.min(PAGE_MAX, PARCELS_MAX / Math.max(1, partitions.size())));
    PriorityQueue<Head> heads = new PriorityQueue<>();
    for (int partition : partitions) {
      offerNext(heads, new ParcelCursor(handle, run, partition, rowsMax));
    }
    for (Head head = heads.poll(); head != null; head = heads.poll()) {
      parcel.accept(head.parcel());
      offerNext(heads, head.rest());
    }
  }

  private static void offerNext(PriorityQueue<Head> heads, ParcelCursor cursor) {
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
