package parcelrecon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.tell.RecheckTellings;

/**
 * When a site wants the parcels of its open incidents asked for again, and who is told of it.
 *
 * @param times on the wall clock of the zone
 * @param targets names; empty: nobody is told
 * @param language of what they are told
 */
public record RecheckTimes(Cron times, ZoneId zone, List<String> targets, String language) {

  /** A round that nobody was there to begin is begun for so long, unless the next one is due. */
  static final Duration CATCH_UP = Duration.ofDays(1);

  private static final Duration LENGTH = Duration.ofMinutes(1);

  /** Rounds are looked for no further back: of 29 February every second one is. */
  private static final Duration LOOKED_BACK_MAX = Duration.ofDays(4_096);

  public RecheckTimes {
    targets = List.copyOf(targets);
  }

  RecheckTellings tellings(ResultsDatabase database) {
    return new RecheckTellings(targets, zone, language, database);
  }

  /** The last time that has come, where it is not too long ago. */
  Optional<Instant> latest(Instant now) {
    return lastBetween(now.minus(CATCH_UP), now);
  }

  /** The last time at which nothing is begun any more. */
  Optional<Instant> over(Instant now) {
    Instant end = latest(now).map(time -> time.minusNanos(1)).orElse(now.minus(CATCH_UP));
    Optional<Instant> last = Optional.empty();
    Duration back = CATCH_UP;
    while (last.isEmpty() && back.compareTo(LOOKED_BACK_MAX) <= 0) {
      last = lastBetween(end.minus(back), end);
      back = back.multipliedBy(2);
    }
    return last;
  }

  /**
   * @param after exclusive
   * @param through inclusive
   */
  private Optional<Instant> lastBetween(Instant after, Instant through) {
    Optional<Instant> last = Optional.empty();
    Optional<Instant> next = after(after);
    while (next.filter(time -> !time.isAfter(through)).isPresent()) {
      last = next;
      next = after(last.get());
    }
    return last;
  }

  /** Resolved as the ends of windows are. */
  public Optional<Instant> after(Instant instant) {
    return new WindowSeries(times, zone, LENGTH).after(instant).map(Window::to);
  }
}
