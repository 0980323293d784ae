package parcelrecon.results;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The parcels of two runs side by side, in the order of their keys; each once. */
final class PairedParcels implements Iterator<PairedParcels.Pair> {

  /** At least one of both is there. */
  record Pair(Optional<StoredParcel> then, Optional<StoredParcel> now) {

    byte[] key() {
      return then.or(() -> now).orElseThrow().key();
    }

    String parcelId() {
      return new String(key(), StandardCharsets.UTF_8);
    }
  }

  private final MergedParcels before;
  private final MergedParcels after;
  private StoredParcel then;
  private StoredParcel now;

  PairedParcels(MergedParcels before, MergedParcels after) {
    this.before = before;
    this.after = after;
  }

  @Override
  public boolean hasNext() {
    then = then == null && before.hasNext() ? before.next() : then;
    now = now == null && after.hasNext() ? after.next() : now;
    return then != null || now != null;
  }

  @Override
  public Pair next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int order = then == null ? 1 : now == null ? -1 : Arrays.compareUnsigned(then.key(), now.key());
    Pair pair =
        new Pair(
            order <= 0 ? Optional.of(then) : Optional.empty(),
            order >= 0 ? Optional.of(now) : Optional.empty());
    then = order <= 0 ? null : then;
    now = order >= 0 ? null : now;
    return pair;
  }
}
