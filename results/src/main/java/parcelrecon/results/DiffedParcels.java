package parcelrecon.results;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import parcelrecon.model.UnlistedParcel;

/**
 * The parcels of two runs with what became of their mismatches, in the order of their keys. Parcels
 * about which a run found nothing are looked up together, few at first, for a page may want no
 * more, then up to 4,096 at a time: each time the run's blocks of them are read through.
 */
final class DiffedParcels implements Iterator<DiffedParcels.Diffed> {

  /**
   * A parcel.
   *
   * @param rows none where no mismatch of it is open in either run
   */
  record Diffed(PairedParcels.Pair pair, List<DiffRow> rows) {}

  private static final int PAIRS_FIRST = 64;

  /** In memory of both runs, their records encoded. */
  private static final int PAIRS_MAX = 4_096;

  private final PairedParcels pairs;
  private final MismatchChanges changes;
  private final ParcelLookup before;
  private final ParcelLookup after;
  private int pairsMax = PAIRS_FIRST;
  private final Queue<Diffed> ready = new ArrayDeque<>();

  /**
   * @param before asked for parcels without a mismatch, as is {@code after}
   */
  DiffedParcels(
      PairedParcels pairs, MismatchChanges changes, ParcelLookup before, ParcelLookup after) {
    this.pairs = pairs;
    this.changes = changes;
    this.before = before;
    this.after = after;
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty()) {
      fill();
    }
    return !ready.isEmpty();
  }

  @Override
  public Diffed next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void fill() {
    List<PairedParcels.Pair> batch = new ArrayList<>();
    while (batch.size() < pairsMax && pairs.hasNext()) {
      batch.add(pairs.next());
    }
    pairsMax = Math.min(PAIRS_MAX, 2 * pairsMax);
    Map<String, UnlistedParcel> unlistedBefore =
        before.unlisted(
            batch.stream()
                .filter(pair -> pair.then().isEmpty() && changes.hasEarlier())
                .map(PairedParcels.Pair::parcelId)
                .toList());
    Map<String, UnlistedParcel> unlistedAfter =
        after.unlisted(
            batch.stream()
                .filter(pair -> pair.now().isEmpty())
                .map(PairedParcels.Pair::parcelId)
                .toList());
    for (PairedParcels.Pair pair : batch) {
      String id = pair.parcelId();
      ready.add(
          new Diffed(
              pair,
              changes.of(
                  pair,
                  Optional.ofNullable(unlistedBefore.get(id)),
                  Optional.ofNullable(unlistedAfter.get(id)))));
    }
  }
}
