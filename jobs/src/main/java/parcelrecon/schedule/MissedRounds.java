package parcelrecon.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parcelrecon.job.ReconcileJob;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.schedule.RecheckStore;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.TellingStore;
import parcelrecon.tell.RecheckTellings;

/**
 * Tells of the last round that is over, should an incident that was open all the time not have been
 * asked about: sources were away, another run took too long, or nothing was running. Rounds before
 * re-checks were first known are none.
 */
final class MissedRounds {

  private final RecheckTimes times;
  private final InstantSource clock;
  private final RecheckStore store;
  private final ScheduleStore schedules;
  private final TellingStore told;
  private final RecheckTellings tellings;
  private Optional<Instant> lookedAt = Optional.empty();

  MissedRounds(RecheckTimes times, ResultsDatabase database, InstantSource clock) {
    this.times = times;
    this.clock = clock;
    this.store = new RecheckStore(database);
    this.schedules = new ScheduleStore(database, clock);
    this.told = new TellingStore(database, clock);
    this.tellings = times.tellings(database);
  }

  /**
   * Looks once at each, before the next is worked off: later its incidents are not open any more.
   */
  void look() {
    Instant since = schedules.keep(Message.Subject.RECHECKS).since();
    Optional<Instant> round = times.over(clock.instant());
    if (round.equals(lookedAt)) {
      return;
    }
    round
        .filter(over -> !over.isBefore(since))
        .filter(this::isMissed)
        .ifPresent(
            missed ->
                told.keep(
                    () -> true, () -> tellings.missed(missed, times.after(missed).orElse(missed))));
    lookedAt = round;
  }

  /** An incident whose latest run ended only later may not have been there yet. */
  private boolean isMissed(Instant round) {
    return store.due(round).stream()
        .filter(latest -> latest.endedAt().filter(round::isAfter).isPresent())
        .anyMatch(latest -> !wasMade(latest, round));
  }

  private boolean wasMade(RunRow latest, Instant round) {
    return store.begun(latest.incident().id(), round).filter(ReconcileJob::isEnded).isPresent();
  }
}
