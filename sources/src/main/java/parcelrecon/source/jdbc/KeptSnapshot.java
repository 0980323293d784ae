package parcelrecon.source.jdbc;

import java.util.function.Function;

/** A snapshot opened at its first use and kept; one thread at a time uses it. */
final class KeptSnapshot implements AutoCloseable {

  private final Database database;
  private Snapshot snapshot;

  KeptSnapshot(Database database) {
    this.database = database;
  }

  synchronized <T> T with(Function<Snapshot, T> use) {
    if (snapshot == null) {
      snapshot = Snapshot.open(database);
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
