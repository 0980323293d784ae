package parcelrecon.results.packages;

import java.util.List;
import java.util.SortedMap;

/**
 * What could be in a run's next package.
 *
 * @param ready in the list's order, {@link #READY_MAX} at most
 * @param held how many are confirmed, too, but would change a system while something else about
 *     their parcel is not confirmed
 * @param isMore whether there are more than could be in one package; {@code held} is then of the
 *     parcels read
 */
public record Candidates(List<PackageMismatch> ready, long held, boolean isMore) {

  /** What one package stands on at most; what is beyond waits for the next. */
  public static final int READY_MAX = 100_000;

  public Candidates {
    ready = List.copyOf(ready);
  }

  /** What is at stake with those that are ready, by currency. */
  public SortedMap<String, Sum> sums() {
    return Sum.of(ready);
  }
}
