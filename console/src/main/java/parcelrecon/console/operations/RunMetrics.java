package parcelrecon.console.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import parcelrecon.console.operations.BackgroundLook.Seen;
import parcelrecon.job.RunDesk;
import parcelrecon.job.RunProgress;
import parcelrecon.results.ResultsDatabase;

/** Meters of runs, of the results database and of sign-ins. */
@Component
class RunMetrics {

  private static final Logger LOG = Logger.getLogger(RunMetrics.class.getName());

  /** Counted over all runs no more often. */
  private static final Duration FIGURES_INTERVAL = Duration.ofSeconds(15);

  private static final Duration FIGURES_PATIENCE = Duration.ofSeconds(5);

  private final RunDesk desk;
  private final BackgroundLook<Optional<RunFigures>> figures;
  private final Counter signInFailures;
  private final MultiGauge states;
  private final MultiGauge mismatches;
  private final MultiGauge rows;
  private volatile RunFigures counted = RunFigures.none();
  private volatile boolean isUp;

  RunMetrics(
      RunDesk desk,
      ResultsDatabase database,
      MeterRegistry meters,
      Executor looks,
      InstantSource clock) {
    this.desk = desk;
    this.figures = new BackgroundLook<>(() -> read(database), FIGURES_INTERVAL, looks, clock);
    this.signInFailures =
        Counter.builder("parcelrecon.sign.in.failures")
            .description("Sign-ins refused since the console started")
            .register(meters);
    this.states = gauges(meters, "runs", "Runs by state");
    this.mismatches =
        gauges(meters, "mismatches", "Mismatches of an incident's latest finished run by class");
    this.rows = gauges(meters, "run.rows", "Rows done in the stages of the run in hand");
    Gauge.builder("parcelrecon.run.in.hand", desk, each -> each.inHand().orElse(0))
        .description("The number of the run in hand; 0 when there is none")
        .register(meters);
    Gauge.builder("parcelrecon.results.up", this, each -> each.isUp ? 1 : 0)
        .description("Whether runs and mismatches could be counted for this scrape; else none are")
        .register(meters);
    connections(meters, database);
  }

  private static MultiGauge gauges(MeterRegistry meters, String name, String description) {
    return MultiGauge.builder("parcelrecon." + name).description(description).register(meters);
  }

  private static void connections(MeterRegistry meters, ResultsDatabase database) {
    Gauge.builder("parcelrecon.results.connections", database, each -> each.connections().busy())
        .tag("state", "busy")
        .register(meters);
    Gauge.builder("parcelrecon.results.connections", database, each -> each.connections().idle())
        .tag("state", "idle")
        .register(meters);
    Gauge.builder("parcelrecon.results.waiting", database, each -> each.connections().waiting())
        .description("Threads that wait for a connection to the results database")
        .register(meters);
  }

  @EventListener
  void refused(AbstractAuthenticationFailureEvent event) {
    signInFailures.increment();
  }

  /**
   * What a scrape gives once the gauges are up to date. Nobody else changes them meanwhile, and
   * what could not be counted now is not in it: neither an older count nor a part of one.
   */
  String scraped(Supplier<String> scrape) {
    Optional<RunFigures> now = figures.fresh(FIGURES_PATIENCE).flatMap(Seen::what);
    synchronized (this) {
      isUp = now.isPresent();
      refresh(now.orElse(RunFigures.none()));
      return scrape.get();
    }
  }

  private void refresh(RunFigures now) {
    states.register(
        now.states().entrySet().stream()
            .<Row<?>>map(each -> Row.of(Tags.of("state", lower(each.getKey())), each.getValue()))
            .toList(),
        true);
    mismatches.register(now.latest().stream().flatMap(RunMetrics::classes).toList(), true);
    rows.register(stageRows(), true);
  }

  private static Stream<Row<?>> classes(RunFigures.OfIncident of) {
    return of.mismatches().entrySet().stream()
        .map(
            each ->
                Row.of(
                    Tags.of("incident", of.incident(), "class", lower(each.getKey())),
                    each.getValue()));
  }

  private List<Row<?>> stageRows() {
    Optional<RunProgress> progress =
        desk.inHand().stream().boxed().findFirst().flatMap(desk::progress);
    return progress.stream()
        .flatMap(each -> each.stages().stream())
        .<Row<?>>map(stage -> Row.of(Tags.of("stage", stage.name()), stage.rows()))
        .toList();
  }

  /** All of them, or absent. */
  private Optional<RunFigures> read(ResultsDatabase database) {
    try {
      counted = RunFigures.read(database, counted);
      return Optional.of(counted);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "runs could not be counted", e);
      return Optional.empty();
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
