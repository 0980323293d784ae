package parcelrecon.console.diff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import parcelrecon.results.DiffTotals;
import parcelrecon.results.RunDiff;

/**
 * Adds up diffs in the background, one after the other, since that reads both runs through.
 * Finished runs do not change, so what was added up lately is kept.
 */
@Component
class DiffTotalsMaking implements AutoCloseable {

  static final int KEPT_MAX = 50;

  /** What is there by then needs nobody to come back for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private record Key(long before, long after) {}

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "diffs");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Key, CompletableFuture<DiffTotals>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<DiffTotals>> eldest) {
          return size() > KEPT_MAX && eldest.getValue().isDone();
        }
      };

  /**
   * Absent while it is being added up. A failure is told once; who asks again has it tried again.
   */
  Optional<DiffTotals> of(RunDiff diff) {
    Key key = new Key(diff.before().run(), diff.after().run());
    CompletableFuture<DiffTotals> made;
    synchronized (kept) {
      made =
          kept.computeIfAbsent(
              key, none -> CompletableFuture.supplyAsync(() -> diff.read(row -> {}), worker));
    }
    try {
      return Optional.of(made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      synchronized (kept) {
        kept.remove(key, made);
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Begins nothing more. What goes on is not interrupted: that would break the database's file. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
