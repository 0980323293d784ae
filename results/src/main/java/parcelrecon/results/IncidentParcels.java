package parcelrecon.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;

/** The parcels of some partitions of several runs side by side, in the order of their keys. */
final class IncidentParcels implements Iterator<IncidentParcel> {

  /** How many parcels of all runs are in memory, about; their records encoded. */
  private static final int PARCELS_MAX = 16_384;

  private final List<MergedParcels> runs = new ArrayList<>();
  private final StoredParcel[] heads;

  /**
   * @param partitions of each run those that hold the same parcels
   */
  IncidentParcels(Handle handle, List<RunSide> sides, List<List<Integer>> partitions) {
    int parcelsMax = PARCELS_MAX / sides.size();
    for (int run = 0; run < sides.size(); run++) {
      runs.add(MergedParcels.of(handle, sides.get(run).run(), partitions.get(run), parcelsMax));
    }
    heads = new StoredParcel[sides.size()];
    for (int run = 0; run < heads.length; run++) {
      advance(run);
    }
  }

  private void advance(int run) {
    heads[run] = runs.get(run).hasNext() ? runs.get(run).next() : null;
  }

  @Override
  public boolean hasNext() {
    return least() != null;
  }

  private byte[] least() {
    byte[] least = null;
    for (StoredParcel head : heads) {
      if (head != null && (least == null || Arrays.compareUnsigned(head.key(), least) < 0)) {
        least = head.key();
      }
    }
    return least;
  }

  @Override
  public IncidentParcel next() {
    byte[] key = least();
    if (key == null) {
      throw new NoSuchElementException();
    }
    StoredParcel[] at = new StoredParcel[heads.length];
    for (int run = 0; run < heads.length; run++) {
      if (heads[run] != null && Arrays.equals(heads[run].key(), key)) {
        at[run] = heads[run];
        advance(run);
      }
    }
    return new IncidentParcel(key, at);
  }
}
