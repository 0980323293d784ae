package parcelrecon.tell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.telling.KeptTelling;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.TellingStore;

/**
 * Sends what is to be told, each at least once: a thread a target, so that one that is away holds
 * up no other. What is done is in the results database only; of several processes one takes a try.
 */
public final class Teller implements AutoCloseable {

  /** What no target has taken for so long is given up. */
  static final Duration PATIENCE = Duration.ofHours(24);

  /** A process that took a try and has not told what became of it for so long is dead. */
  static final Duration TRY_MAX = Duration.ofMinutes(5);

  /** What is older was tried last by nobody that is running. */
  private static final Duration NOBODY_TRIES = PATIENCE.plusHours(2);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration PAUSE_MAX = Duration.ofHours(1);

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration DAY_POLL = Duration.ofSeconds(20);
  private static final Duration UPKEEP = Duration.ofHours(1);
  private static final Duration CLOSING_MAX = Duration.ofSeconds(3);
  private static final int AT_ONCE_MAX = 20;

  private static final Logger LOG = Logger.getLogger(Teller.class.getName());

  private final TellSettings settings;
  private final List<Tellings> schedules;
  private final TellingStore store;
  private final Delivery delivery;
  private final InstantSource clock;
  private final ScheduledExecutorService threads;
  private volatile boolean isClosed;

  /**
   * @param schedules whose days are told
   */
  public Teller(
      TellSettings settings,
      List<Tellings> schedules,
      ResultsDatabase database,
      InstantSource clock) {
    this(settings, schedules, new TellingStore(database, clock), new Delivery(settings), clock);
  }

  Teller(
      TellSettings settings,
      List<Tellings> schedules,
      TellingStore store,
      Delivery delivery,
      InstantSource clock) {
    this.settings = settings;
    this.schedules = List.copyOf(schedules);
    this.store = store;
    this.delivery = delivery;
    this.clock = clock;
    this.threads =
        Executors.newScheduledThreadPool(
            settings.targets().size() + 1,
            work -> {
              Thread thread = new Thread(work, "tell");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Works from now on; not at all where there is nobody to be told. */
  public void start() {
    if (settings.targets().isEmpty()) {
      return;
    }
    settings.targets().forEach(target -> repeat(() -> tell(target), Duration.ZERO, POLL));
    repeat(() -> schedules.forEach(Tellings::tellDay), Duration.ZERO, DAY_POLL);
    // What waited while nothing ran, however long, is tried before it is given up.
    repeat(this::upkeep, UPKEEP, UPKEEP);
  }

  private void repeat(Runnable work, Duration first, Duration pause) {
    threads.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            // The results database is away, or was closed under it. What is left is done later.
            LOG.log(isClosed ? Level.FINE : Level.WARNING, "telling waits", e);
          }
        },
        first.toMillis(),
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Tries whatever is due for a target. */
  void tell(Target target) {
    for (KeptTelling telling : store.due(target.name(), AT_ONCE_MAX)) {
      if (isClosed) {
        return;
      }
      if (store.take(telling, clock.instant().plus(TRY_MAX))) {
        tell(target, telling);
      }
    }
  }

  private void tell(Target target, KeptTelling telling) {
    try {
      Reply reply = delivery.to(target, telling.key(), telling.message(), clock.instant());
      if (reply.setback().isEmpty()) {
        store.sent(telling);
        log(Level.INFO, "told", telling, Map.of());
      } else {
        failed(telling, reply, reply.setback().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(KeptTelling telling, Reply reply, Setback why) {
    Instant now = clock.instant();
    Map<String, Object> fields = Map.of("why", why.text());
    if (reply.isFinal() || !now.isBefore(telling.madeAt().plus(PATIENCE))) {
      store.givenUp(telling, why);
      log(Level.SEVERE, "telling given up", telling, fields);
    } else {
      store.putOff(telling, now.plus(pause(telling.tries())), why);
      log(Level.WARNING, "telling waits", telling, fields);
    }
  }

  /** Twice as long each time: 1, 2, 4 … minutes, and no more than an hour. */
  private static Duration pause(int triesBefore) {
    Duration pause = FIRST_PAUSE;
    for (int i = 0; i < triesBefore && pause.compareTo(PAUSE_MAX) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
  }

  private void upkeep() {
    int left = store.giveUpMadeBefore(clock.instant().minus(NOBODY_TRIES));
    if (left > 0) {
      Setback why = Setback.of(Setback.Reason.NOT_CONFIGURED);
      LOG.log(Level.SEVERE, "tellings given up", Map.of("count", left, "why", why.text()));
    }
    store.forget();
  }

  private static void log(
      Level level, String event, KeptTelling telling, Map<String, Object> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schedule", telling.message().subject().schedule());
    fields.put("what", telling.message().occasion());
    fields.put("target", telling.target());
    fields.putAll(more);
    LOG.log(level, event, fields);
  }

  /** What is being sent is not waited for long: it is sent again, under the same key. */
  @Override
  public void close() {
    isClosed = true;
    threads.shutdown();
    try {
      threads.awaitTermination(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
