package parcelrecon.month;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.month.Month.at;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes wrong in March 2022, and what becomes of the windows it meets: from Thursday to Sunday
 * of every week the same, told here of the last one, in which Berlin's clocks are put forward.
 */
final class Troubles {

  private static final int WEEKS = 4;

  private static final Duration SETTLE = Duration.ofMinutes(90);

  /** Longer than a process may be silent. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private interface Trouble {
    void begin(Month month) throws Exception;
  }

  private final Map<Instant, Trouble> beginnings =
      everyWeek(
          Map.ofEntries(
              Map.entry(at("24T05:00"), Troubles::twoWindowsAreHurried),
              Map.entry(at("24T08:00"), month -> month.site().tills().stopFollowing()),
              Map.entry(at("24T14:00"), month -> month.site().tills().followAgain()),
              Map.entry(at("24T17:00"), Month::stopConsole),
              Map.entry(at("24T20:00"), Month::startConsole),
              Map.entry(at("25T02:00"), month -> month.site().counters().server().stop()),
              Map.entry(at("25T05:00"), month -> month.site().counters().server().startAgain()),
              Map.entry(at("25T08:00"), Month::stopConsole),
              Map.entry(at("25T17:00"), Month::startConsole),
              Map.entry(at("26T06:00"), month -> month.site().counters().server().stop()),
              Map.entry(at("26T16:00"), month -> month.site().counters().server().startAgain()),
              Map.entry(at("26T19:00"), Month::pause),
              Map.entry(at("26T22:00"), Month::goOn),
              Map.entry(at("27T09:00"), month -> month.site().topic().kill()),
              Map.entry(at("27T12:00"), month -> month.site().topic().startAgain()),
              Map.entry(at("27T15:00"), month -> month.clock().goWrongBy(Duration.ofHours(-2))),
              Map.entry(at("27T20:00"), month -> month.clock().goWrongBy(Duration.ZERO))));

  private final Map<Instant, Trouble> atWork =
      everyWeek(Map.of(at("25T20:00"), Troubles::resultsAreAwayForAMinute));

  private final Map<Instant, Story.Hour> stories =
      everyWeek(
          Map.of(
              at("27T09:00"), Story.Hour.CLUSTER_GOES_DOWN,
              at("27T10:00"), Story.Hour.CLUSTER_DOWN,
              at("27T11:00"), Story.Hour.CLUSTER_DOWN));

  /** How long after their end windows are judged for which somebody cannot wait. */
  private final Map<Instant, Duration> hurried =
      everyWeek(Map.of(at("24T03:00"), Duration.ofHours(1), at("24T04:00"), Duration.ZERO));

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

  /** How long after its end a window is judged. */
  Duration settle(Instant window) {
    return hurried.getOrDefault(window, SETTLE);
  }

  /** Beginnings of windows, both ends inclusive, of every week. */
  private static Set<Instant> hours(String day, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(hour -> at("%sT%02d:00".formatted(day, hour)))
        .flatMap(Troubles::inEveryWeek)
        .collect(Collectors.toSet());
  }

  private static <T> Map<Instant, T> everyWeek(Map<Instant, T> last) {
    Map<Instant, T> all = new HashMap<>();
    last.forEach((at, what) -> inEveryWeek(at).forEach(each -> all.put(each, what)));
    return all;
  }

  /** At the same time on the wall clock. */
  private static Stream<Instant> inEveryWeek(Instant last) {
    return IntStream.range(0, WEEKS)
        .mapToObj(weeks -> last.atZone(Month.ZONE).minusWeeks(weeks).toInstant());
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

  /** The third one asked for is not over yet. */
  private static void twoWindowsAreHurried(Month month) throws Exception {
    assertThat(month.isHurried()).isTrue();
    assertThat(month.isHurried()).isTrue();
    assertThat(month.isHurried()).isFalse();
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
