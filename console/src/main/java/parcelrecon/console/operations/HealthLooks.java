package parcelrecon.console.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Component;
import parcelrecon.console.operations.BackgroundLook.Seen;
import parcelrecon.console.site.ConsoleSite;
import parcelrecon.job.Site;
import parcelrecon.job.SiteLook;
import parcelrecon.model.Incident;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ProblemException;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.schedule.ScheduleDesk;
import parcelrecon.schedule.ScheduleView.Pace;

/** Whether what the console stands on can be reached. */
@Component
class HealthLooks {

  /** The results database is looked at no more often. */
  static final Duration RESULTS_INTERVAL = Duration.ofSeconds(5);

  /** Sources are looked at no more often: each look opens all of them. */
  static final Duration SOURCES_INTERVAL = Duration.ofMinutes(5);

  /** A results database that has not answered for so long is away. */
  static final Duration RESULTS_PATIENCE = Duration.ofSeconds(10);

  /** What was not sent for so long is told here. */
  private static final Duration WAITING_MAX = Duration.ofHours(1);

  private static final Duration GIVEN_UP_SHOWN = Duration.ofDays(1);

  private static final Duration LOOKED_AT = Duration.ofMinutes(1);

  /** Who may know more than up or down waits so long for what is so now. */
  private static final Duration SOURCES_PATIENCE = Duration.ofSeconds(5);

  private final ConsoleSite site;
  private final InstantSource clock;
  private final BackgroundLook<Boolean> results;
  private final BackgroundLook<SortedMap<String, Boolean>> sources;
  private final BackgroundLook<SortedMap<String, Pace>> schedules;
  private final BackgroundLook<SortedMap<String, String>> targets;

  HealthLooks(
      ConsoleSite site,
      ResultsDatabase database,
      ScheduleDesk desk,
      Executor looks,
      InstantSource clock) {
    this.site = site;
    this.clock = clock;
    this.results = new BackgroundLook<>(database::answers, RESULTS_INTERVAL, looks, clock);
    this.sources = new BackgroundLook<>(this::lookAtSources, SOURCES_INTERVAL, looks, clock);
    this.schedules = new BackgroundLook<>(() -> paces(desk), RESULTS_INTERVAL, looks, clock);
    TellingStore tellings = new TellingStore(database, clock);
    this.targets = new BackgroundLook<>(() -> targets(tellings), RESULTS_INTERVAL, looks, clock);
  }

  /** Never waits. Before the first look it answers: it was opened when the console started. */
  boolean resultsAnswer() {
    boolean answered = results.latest().map(Seen::what).orElse(true);
    return answered
        && results.waiting().filter(took -> took.compareTo(RESULTS_PATIENCE) > 0).isEmpty();
  }

  /** Whether each source can be reached, or could when last looked at; empty before that. */
  Optional<Seen<SortedMap<String, Boolean>>> sources() {
    return sources.fresh(SOURCES_PATIENCE).or(sources::latest);
  }

  private SortedMap<String, Boolean> lookAtSources() {
    SortedMap<String, Boolean> reached = new TreeMap<>();
    Incident now = lately();
    Site asked = site.site(now);
    asked.sources().keySet().forEach(name -> reached.put(name.text(), false));
    try {
      SiteLook look = SiteLook.at(asked, Optional.empty(), now, clock.instant());
      for (SourceName name : look.reached().keySet()) {
        reached.put(name.text(), true);
      }
    } catch (ProblemException e) {
      return reached;
    }
    return reached;
  }

  private SortedMap<String, Pace> paces(ScheduleDesk desk) {
    SortedMap<String, Pace> paces = new TreeMap<>();
    desk.all(1).forEach(view -> paces.put(view.name(), view.pace(clock.instant())));
    return paces;
  }

  /** Those of the configuration, and others that wait in vain. */
  private SortedMap<String, String> targets(TellingStore tellings) {
    Instant now = clock.instant();
    SortedMap<String, String> words = new TreeMap<>();
    site.tell().targets().forEach(target -> words.put(target.name(), "told"));
    tellings
        .unsent(now.minus(WAITING_MAX), now.minus(GIVEN_UP_SHOWN))
        .forEach((name, unsent) -> words.put(name, unsent.givenUp() > 0 ? "given up" : "waiting"));
    return words;
  }

  /** No incident: the last minute. */
  private Incident lately() {
    Instant to = clock.instant();
    return new Incident(
        "health",
        "",
        site.market(),
        new Window(to.minus(LOOKED_AT), to, site.zone()),
        Incident.Times.UNKNOWN,
        List.of(),
        List.of());
  }

  /** As a map for {@link HealthController}. */
  Map<String, Object> details() {
    Map<String, Object> details = new TreeMap<>();
    details.put("results", HealthController.word(resultsAnswer()));
    sources()
        .ifPresent(
            seen -> {
              SortedMap<String, String> words = new TreeMap<>();
              seen.what().forEach((name, is) -> words.put(name, HealthController.word(is)));
              details.put("sources", words);
              details.put("sourcesLookedAt", seen.at().toString());
            });
    schedules
        .fresh(SOURCES_PATIENCE)
        .filter(seen -> !seen.what().isEmpty())
        .ifPresent(
            seen -> {
              SortedMap<String, String> words = new TreeMap<>();
              seen.what().forEach((name, pace) -> words.put(name, word(pace)));
              details.put("schedules", words);
            });
    targets
        .fresh(SOURCES_PATIENCE)
        .filter(seen -> !seen.what().isEmpty())
        .ifPresent(seen -> details.put("tell", seen.what()));
    return details;
  }

  private static String word(Pace pace) {
    return pace.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
