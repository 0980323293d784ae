package parcelrecon.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks at something slow in the background: when somebody asks, and no more often than an interval
 * allows. Whoever asks gets what was seen last.
 */
final class BackgroundLook<T> {

  /**
   * What was seen.
   *
   * @param at when the look began
   */
  record Seen<T>(T what, Instant at) {}

  private final Supplier<T> look;
  private final Duration interval;
  private final Executor executor;
  private final InstantSource clock;
  private CompletableFuture<Seen<T>> looking;
  private Instant begunAt = Instant.EPOCH;
  private Seen<T> last;

  /**
   * @param look tells whoever should know when it fails; one that throws has not been made
   */
  BackgroundLook(Supplier<T> look, Duration interval, Executor executor, InstantSource clock) {
    this.look = look;
    this.interval = interval;
    this.executor = executor;
    this.clock = clock;
  }

  /** What was seen last; empty before the first look is done. Never waits. */
  synchronized Optional<Seen<T>> latest() {
    boolean isBusy = looking != null && !looking.isDone();
    if (!isBusy && !isNew()) {
      begunAt = clock.instant();
      Instant at = begunAt;
      looking =
          CompletableFuture.supplyAsync(look, executor)
              .thenApply(what -> keep(new Seen<>(what, at)));
    }
    return Optional.ofNullable(last);
  }

  /** What was seen later than now was seen before the clock was set back. */
  private boolean isNew() {
    Instant now = clock.instant();
    return !begunAt.isAfter(now) && now.isBefore(begunAt.plus(interval));
  }

  /**
   * What is seen now, or was within the interval: waits for the look that goes on. Empty when it
   * failed, or patience ends before it does.
   */
  Optional<Seen<T>> fresh(Duration patience) {
    latest();
    return await(patience);
  }

  /** How long the look that goes on has taken; empty when none does. */
  synchronized Optional<Duration> waiting() {
    return looking == null || looking.isDone()
        ? Optional.empty()
        : Optional.of(Duration.between(begunAt, clock.instant()));
  }

  private synchronized Seen<T> keep(Seen<T> seen) {
    last = seen;
    return seen;
  }

  private Optional<Seen<T>> await(Duration patience) {
    CompletableFuture<Seen<T>> first;
    synchronized (this) {
      first = looking;
    }
    try {
      return Optional.of(first.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
