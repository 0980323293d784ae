package parcelrecon.results.telling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.rule.MismatchKind;

/**
 * What is told, as facts that every form and language can be made of. Counts only: it holds no
 * parcel, no store and no person, so none can get into a message.
 *
 * @param from and {@code to}: the window, or the span of several; half-open
 * @param run absent where none was begun
 * @param tally of {@link Occasion#DAILY}, and of {@link Occasion#MISSED} its windows
 * @param recheck of re-checks that have results
 */
public record Message(
    Occasion occasion,
    Subject subject,
    Instant from,
    Instant to,
    Optional<OfRun> run,
    Optional<Tally> tally,
    Optional<Recheck> recheck) {

  public Message {
    // One that waited while the product was updated may not have it.
    recheck = recheck == null ? Optional.empty() : recheck;
  }

  /** Both in one, where they tell of windows. */
  Message and(Message later) {
    return new Message(
        occasion,
        subject,
        from.isBefore(later.from) ? from : later.from,
        to.isAfter(later.to) ? to : later.to,
        run,
        tally.flatMap(some -> later.tally.map(some::plus)),
        recheck);
  }

  /**
   * The schedule it is about, or re-checks.
   *
   * @param schedule {@link #RECHECKS} of re-checks
   * @param title may be empty
   * @param zone of times shown
   * @param language it is told in
   */
  public record Subject(String schedule, String title, ZoneId zone, String language) {

    /** Under this name is kept what is told of re-checks: no schedule has it. */
    public static final String RECHECKS = "rechecks";

    /** Its title, or its name where it has none. */
    public String shown() {
      return title.isBlank() ? schedule : title;
    }
  }

  /**
   * @param exitCode absent where the run did not end by itself
   * @param found absent where it has no results
   */
  public record OfRun(String incident, long run, OptionalInt exitCode, Optional<Found> found) {}

  /**
   * What a run found; of a re-check what of it is open.
   *
   * @param affected parcels
   * @param kinds mismatches that occur, without those whose payment may still come
   * @param lacking sources that could not show everything
   */
  public record Found(
      long affected,
      Map<MismatchKind, Long> kinds,
      Map<String, Long> toCollectMinor,
      Map<String, Long> toRefundMinor,
      Map<SourceName, Coverage.State> lacking) {
    public Found {
      kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
      toCollectMinor = Collections.unmodifiableMap(new TreeMap<>(toCollectMinor));
      toRefundMinor = Collections.unmodifiableMap(new TreeMap<>(toRefundMinor));
      lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
    }
  }

  /**
   * What became of mismatches, up to a re-check.
   *
   * @param cameBack open now, and not in the run it rests on, though once before
   * @param notKnown were open, and no run has seen them healed; counted when nothing is open
   */
  public record Recheck(long cameBack, long notKnown) {}

  /**
   * Windows that ended in a span of time.
   *
   * @param affected parcels of all of them
   */
  public record Tally(long judged, long affected, long failed, long missed) {

    private Tally plus(Tally other) {
      return new Tally(
          judged + other.judged,
          affected + other.affected,
          failed + other.failed,
          missed + other.missed);
    }
  }
}
