package parcelrecon.month;

import static parcelrecon.month.Month.at;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What goes wrong in March 2022, and what becomes of the windows it meets. */
final class Troubles {

  /** Longer than a process may be silent. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private interface Trouble {
    void begin(Month month) throws Exception;
  }

  private final Map<Instant, Trouble> beginnings =
      Map.ofEntries(
          Map.entry(at("21T10:00"), month -> month.site().counters().server().stop()),
          Map.entry(at("21T13:00"), month -> month.site().counters().server().startAgain()),
          Map.entry(at("23T09:00"), month -> month.site().topic().kill()),
          Map.entry(at("23T12:00"), month -> month.site().topic().startAgain()),
          Map.entry(at("24T08:00"), month -> month.site().tills().stopFollowing()),
          Map.entry(at("24T14:00"), month -> month.site().tills().followAgain()),
          Map.entry(at("24T17:00"), Month::stopConsole),
          Map.entry(at("24T20:00"), Month::startConsole),
          Map.entry(at("25T08:00"), Month::stopConsole),
          Map.entry(at("25T17:00"), Month::startConsole),
          Map.entry(at("26T06:00"), month -> month.site().counters().server().stop()),
          Map.entry(at("26T16:00"), month -> month.site().counters().server().startAgain()),
          Map.entry(at("27T10:00"), month -> month.clock().goWrongBy(Duration.ofHours(-2))),
          Map.entry(at("27T18:00"), month -> month.clock().goWrongBy(Duration.ZERO)),
          Map.entry(
              at("22T15:00"),
              month -> month.console().people().pause(Month.SCHEDULE, Month.PERSON)),
          Map.entry(
              at("22T18:00"),
              month -> month.console().people().goOn(Month.SCHEDULE, Month.PERSON)));

  private final Map<Instant, Trouble> atWork =
      Map.of(at("22T10:00"), Troubles::resultsAreAwayForAMinute);

  private final Map<Instant, Story.Hour> stories =
      Map.of(
          at("23T09:00"), Story.Hour.CLUSTER_GOES_DOWN,
          at("23T10:00"), Story.Hour.CLUSTER_DOWN,
          at("23T11:00"), Story.Hour.CLUSTER_DOWN);

  /** The console was away for longer than it catches up. */
  Set<Instant> missed() {
    return hours("25", 6, 8);
  }

  /** Their pick-ups could not be read until it was too late. */
  Set<Instant> failed() {
    return hours("26", 4, 8);
  }

  /** Payments had not yet come to where they are read. */
  Set<Instant> incomplete() {
    return hours("24", 8, 11);
  }

  /** Beginnings of windows, both ends inclusive. */
  private static Set<Instant> hours(String day, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(hour -> at("%sT%02d:00".formatted(day, hour)))
        .collect(Collectors.toSet());
  }

  Story.Hour story(Instant hour) {
    return stories.getOrDefault(hour, Story.Hour.QUIET);
  }

  void begin(Instant hour, Month month) throws Exception {
    if (beginnings.containsKey(hour)) {
      beginnings.get(hour).begin(month);
    }
  }

  /** What goes wrong while the window that is due by the end of the hour is being judged. */
  void whileAtWork(Instant hour, Month month) throws Exception {
    if (atWork.containsKey(hour)) {
      atWork.get(hour).begin(month);
    }
  }

  private static void resultsAreAwayForAMinute(Month month) throws Exception {
    month.console().look();
    month.console().awaitRun();
    month.site().results().stop();
    month.console().awaitNoRun();
    month.site().results().startAgain();
    month.console().settleInSteps(SILENCE);
  }
}
