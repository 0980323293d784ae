package parcelrecon.console.incident;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import parcelrecon.results.EndStore;
import parcelrecon.results.EndSums;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenAt;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;

/**
 * What all runs of an incident amount to, added up in the background, one incident after the other,
 * where it is not kept yet: that reads all of them through.
 */
@Component
class IncidentSums implements AutoCloseable {

  /** What is there by then needs nobody to come back for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * Up to a run.
   *
   * @param series what was open in each run, in their order
   */
  record Sums(List<OpenAt> series, EndSums ends) {}

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "incidents");
            thread.setDaemon(true);
            return thread;
          });
  private final ResultsDatabase database;
  private final Map<Long, CompletableFuture<Sums>> making = new ConcurrentHashMap<>();

  IncidentSums(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Absent while it is being added up. A failure is told once; who asks again has it tried again.
   *
   * @param run the last finished one of its incident
   */
  Optional<Sums> of(RunRow run) {
    CompletableFuture<Sums> made =
        making.computeIfAbsent(
            run.run(), any -> CompletableFuture.supplyAsync(() -> add(run), worker));
    try {
      Sums sums = made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      making.remove(run.run(), made);
      return Optional.of(sums);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      making.remove(run.run(), made);
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Sums add(RunRow run) {
    List<OpenAt> series = new IncidentRuns(database).series(run);
    return new Sums(series, new EndStore(database).of(run));
  }

  /** Begins nothing more. What goes on is not interrupted: that would break the database's file. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
