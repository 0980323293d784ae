package parcelrecon.source.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Connections that all see one snapshot, opened when they are needed and kept until the end. Each
 * is used by one thread at a time; who finds none free waits.
 */
final class Snapshots implements AutoCloseable {

  private final Database database;
  private final int connectionsMax;
  private final List<Snapshot> opened = new ArrayList<>();
  private final Deque<Snapshot> free = new ArrayDeque<>();

  /**
   * @param wanted how many threads at most may use it at once; one, where the database cannot show
   *     several connections the same snapshot
   */
  Snapshots(Database database, int wanted) {
    this.database = database;
    this.connectionsMax = database.dialect().sharesSnapshots() ? wanted : 1;
  }

  <T> T with(Function<Snapshot, T> use) {
    Snapshot snapshot = take();
    try {
      return use.apply(snapshot);
    } finally {
      giveBack(snapshot);
    }
  }

  private synchronized Snapshot take() {
    while (free.isEmpty() && opened.size() == connectionsMax) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + database.url(), e);
      }
    }
    return free.isEmpty() ? open() : free.pop();
  }

  private Snapshot open() {
    Snapshot snapshot =
        opened.isEmpty()
            ? Snapshot.open(database, connectionsMax > 1)
            : Snapshot.sameAs(opened.get(0));
    opened.add(snapshot);
    return snapshot;
  }

  private synchronized void giveBack(Snapshot snapshot) {
    free.push(snapshot);
    notifyAll();
  }

  @Override
  public synchronized void close() {
    opened.forEach(Snapshot::close);
    opened.clear();
    free.clear();
  }
}
