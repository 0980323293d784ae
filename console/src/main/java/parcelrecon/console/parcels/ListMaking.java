package parcelrecon.console.parcels;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.springframework.stereotype.Component;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.listing.Listing;

/**
 * Makes the lists of runs that have none, those of an older version, in the background and one
 * after the other. When the console ends it is cut short between two statements; the next look goes
 * on with the partitions that are left.
 */
@Component
class ListMaking implements AutoCloseable {

  /** A list of few parcels is there before anybody needs to be told. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Logger LOG = Logger.getLogger(ListMaking.class.getName());

  /** How far a list is. */
  enum Stage {
    GOES_ON,
    /** Told once; who asks again has it tried again. */
    FAILED,
    DONE
  }

  private final Listing listing;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "lists");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Long, CompletableFuture<Void>> making = new HashMap<>();

  ListMaking(ResultsDatabase database) {
    this.listing = new Listing(database);
  }

  /** Begins to make the list of a settled run where there is none, and waits for a moment. */
  Stage of(long run) {
    if (listing.isThere(run)) {
      return Stage.DONE;
    }
    CompletableFuture<Void> made;
    synchronized (making) {
      made =
          making.computeIfAbsent(
              run, none -> CompletableFuture.runAsync(() -> listing.build(run), worker));
    }
    try {
      made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      forget(run, made);
      return Stage.DONE;
    } catch (TimeoutException e) {
      return Stage.GOES_ON;
    } catch (ExecutionException e) {
      forget(run, made);
      tell(run, e.getCause());
      return Stage.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Stage.GOES_ON;
    }
  }

  private static void tell(long run, Throwable failure) {
    LogRecord told = new LogRecord(Level.SEVERE, "list could not be made");
    told.setLoggerName(LOG.getName());
    told.setParameters(new Object[] {Map.of("run", run)});
    told.setThrown(failure);
    LOG.log(told);
  }

  private void forget(long run, CompletableFuture<Void> made) {
    synchronized (making) {
      making.remove(run, made);
    }
  }

  /** Whether the list of a run is being made at this moment. Begins nothing. */
  boolean goesOn(long run) {
    synchronized (making) {
      CompletableFuture<Void> made = making.get(run);
      return made != null && !made.isDone();
    }
  }

  /** Begins nothing more. What goes on is not interrupted: that would break the database's file. */
  @Override
  public void close() {
    worker.shutdown();
  }
}
