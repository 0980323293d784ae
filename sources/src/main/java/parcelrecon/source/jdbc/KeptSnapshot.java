package parcelrecon.source.jdbc;

import java.util.function.Function;
import java.util.function.Supplier;

/** A snapshot opened at its first use and kept; one thread at a time uses it. */
final class KeptSnapshot implements AutoCloseable {

  private final Supplier<Snapshot> opening;
  private Snapshot snapshot;

  KeptSnapshot(Supplier<Snapshot> opening) {
    this.opening = opening;
  }

  synchronized <T> T with(Function<Snapshot, T> use) {
    if (snapshot == null) {
      snapshot = opening.get();
    }
    return use.apply(snapshot);
  }

  @Override
  public synchronized void close() {
    if (snapshot != null) {
      snapshot.close();
      snapshot = null;
    }
  }
}
