package parcelrecon.tell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunResults;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.SourceRow;
import parcelrecon.results.StoredResults;
import parcelrecon.results.Totals;
import parcelrecon.results.schedule.KeptSchedule;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.results.telling.Message.OfRun;
import parcelrecon.results.telling.Message.Tally;
import parcelrecon.results.telling.Occasion;
import parcelrecon.results.telling.Telling;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.rule.MismatchKind;

/** Makes what is to be told of one schedule; whoever changes its state keeps it with the change. */
public final class Tellings {

  private final Message.Subject subject;
  private final Notice notice;
  private final ResultsDatabase database;
  private final InstantSource clock;

  public Tellings(
      Message.Subject subject, Notice notice, ResultsDatabase database, InstantSource clock) {
    this.subject = subject;
    this.notice = notice;
    this.database = database;
    this.clock = clock;
  }

  /** Of any ended run of the schedule: nothing where it went well and found no more than it may. */
  public List<Telling> ofRun(RunRow run) {
    if (notice.targets().isEmpty()) {
      return List.of();
    }
    boolean hasResults = run.state() == RunState.COMPLETE || run.state() == RunState.INCOMPLETE;
    Optional<Found> found =
        hasResults ? Optional.of(found(new StoredResults(database, run.run()))) : Optional.empty();
    return occasion(found)
        .map(
            occasion ->
                new Message(
                    occasion,
                    subject,
                    run.incident().window().from(),
                    run.incident().window().to(),
                    Optional.of(new OfRun(run.incident().id(), run.run(), run.exitCode(), found)),
                    Optional.empty(),
                    Optional.empty()))
        .map(this::toAll)
        .orElse(List.of());
  }

  /** One message a run: what could not be read stands beside what was found. */
  private Optional<Occasion> occasion(Optional<Found> found) {
    if (found.isEmpty()) {
      return Optional.of(Occasion.FAILED);
    }
    if (notice.above().isExceeded(found.get())) {
      return Optional.of(Occasion.RESULT);
    }
    return found.get().lacking().isEmpty() ? Optional.empty() : Optional.of(Occasion.INCOMPLETE);
  }

  private static Found found(RunResults results) {
    Totals totals = results.totals();
    Map<MismatchKind, Long> kinds = new EnumMap<>(MismatchKind.class);
    Map<String, Long> toCollect = new TreeMap<>();
    Map<String, Long> toRefund = new TreeMap<>();
    totals
        .kinds()
        .forEach(
            (kind, counts) -> {
              long due = counts.mismatches() - counts.notDue();
              if (due > 0) {
                kinds.put(kind, due);
              }
              counts
                  .toCollectMinor()
                  .forEach((of, minor) -> toCollect.merge(of, minor, Math::addExact));
              counts
                  .toRefundMinor()
                  .forEach((of, minor) -> toRefund.merge(of, minor, Math::addExact));
            });
    return new Found(
        totals.parcels().affected(), kinds, toCollect, toRefund, lacking(results.sources()));
  }

  static Map<SourceName, Coverage.State> lacking(List<SourceRow> sources) {
    Map<SourceName, Coverage.State> lacking = new EnumMap<>(SourceName.class);
    sources.stream()
        .filter(source -> source.coverage().state() != Coverage.State.COMPLETE)
        .forEach(source -> lacking.put(source.name(), source.coverage().state()));
    return lacking;
  }

  /** Of a window that is given up without a run. */
  public List<Telling> missed(Window window) {
    return toAll(
        new Message(
            Occasion.MISSED,
            subject,
            window.from(),
            window.to(),
            Optional.empty(),
            Optional.of(new Tally(0, 0, 0, 1)),
            Optional.empty()));
  }

  /** Tells what became of the windows since the last time, once it is the time of day for it. */
  public void tellDay() {
    if (notice.targets().isEmpty() || notice.daily().isEmpty()) {
      return;
    }
    TellingStore store = new TellingStore(database, clock);
    Optional<KeptSchedule> kept = new ScheduleStore(database, clock).find(subject.schedule());
    Instant through = latestTime();
    Optional<Instant> from =
        store
            .dailyThrough(subject.schedule())
            .or(
                () ->
                    kept.map(
                        schedule -> later(schedule.since(), through.minus(Duration.ofDays(1)))));
    if (from.filter(through::isAfter).isPresent()) {
      store.keep(
          () -> true,
          () ->
              toAll(
                  new Message(
                      Occasion.DAILY,
                      subject,
                      from.get(),
                      through,
                      Optional.empty(),
                      Optional.of(store.tally(subject.schedule(), from.get(), through)),
                      Optional.empty())));
    }
  }

  /** When it was this time of day last. */
  private Instant latestTime() {
    Instant now = clock.instant();
    ZoneId zone = subject.zone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    Instant at = today.atTime(notice.daily().orElseThrow()).atZone(zone).toInstant();
    return at.isAfter(now)
        ? today.minusDays(1).atTime(notice.daily().get()).atZone(zone).toInstant()
        : at;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Telling> toAll(Message message) {
    return notice.targets().stream().map(target -> new Telling(target, message)).toList();
  }
}
