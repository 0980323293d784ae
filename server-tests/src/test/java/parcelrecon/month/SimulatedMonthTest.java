package parcelrecon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.results.CountedRun;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunList;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.StoredResults;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.rule.Proof;

/**
 * March 2022 in Berlin, an hour after the other, with outages of each part: every window is judged
 * once, and says what the story says. By default it is the last of four weeks' outages, from
 * Thursday 24 to Sunday 27, when clocks are put forward; the whole month is {@code
 * -Dparcelrecon.month=1,31}, any other days are told in the same way.
 */
@Timeout(3_600)
class SimulatedMonthTest {

  /** Until the last window of the span is judged, late ones too. */
  private static final Duration AFTERWARDS = Duration.ofHours(2);

  private static final int WINDOWS_MAX = 1_000;
  private static final int RUNS_MAX = 3_000;

  @TempDir Path folder;

  private final Troubles troubles = new Troubles();

  @Test
  void windows_areJudgedOnceEach_andTruly_whateverGoesWrong() throws Exception {
    String[] days = System.getProperty("parcelrecon.month", "24,27").split(",");
    Instant from = midnight(Integer.parseInt(days[0]));
    Instant to = midnight(Integer.parseInt(days[1]) + 1);
    Figures figures = new Figures();
    try (Month month = new Month(troubles, new MonthSite(folder, from), from)) {
      month.passUntil(to.plus(AFTERWARDS));
      ResultsDatabase database = month.console().database();
      List<ScheduledWindow> windows = windows(database, month);
      assertTiles(windows, from, to);
      assertStates(windows);
      assertRuns(
          new RunList(database)
              .newest(RunList.END, RUNS_MAX).stream()
                  .map(CountedRun::row)
                  .filter(run -> run.recheckOf().isEmpty())
                  .toList(),
          windows);
      for (ScheduledWindow window : windows) {
        if (window.state() == WindowState.JUDGED) {
          assertTrue(window, new StoredResults(database, window.run().orElseThrow()), month);
        }
      }
      Aftermath aftermath = new Aftermath(month, figures);
      aftermath.isFollowedToItsEnd(to);
      month.console().awaitTold();
      List<Bell.Ring> rings = rings(windows, month);
      rings.addAll(aftermath.rings());
      assertThat(month.site().bell().rings()).containsExactlyInAnyOrderElementsOf(rings);
      windows.forEach(window -> figures.add("windows " + window.state(), 1));
      rings.forEach(ring -> figures.add("told " + ring.what(), 1));
      System.out.println(figures);
    }
  }

  /** The beginning of the so manieth day from the last of February. */
  private static Instant midnight(int day) {
    return LocalDate.of(2022, 2, 28).plusDays(day).atStartOfDay(Month.ZONE).toInstant();
  }

  /** In the order of time. */
  private static List<ScheduledWindow> windows(ResultsDatabase database, Month month) {
    List<ScheduledWindow> windows =
        new ArrayList<>(
            new ScheduleStore(database, month.clock())
                .windows(Month.SCHEDULE, Optional.empty(), WINDOWS_MAX));
    Collections.reverse(windows);
    return windows;
  }

  private static void assertTiles(List<ScheduledWindow> windows, Instant from, Instant to) {
    assertThat(windows.get(0).from()).isEqualTo(from);
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
    }
    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(to);
    assertThat(windows).hasSize((int) Duration.between(from, to).toHours());
  }

  private void assertStates(List<ScheduledWindow> windows) {
    Map<WindowState, Set<Instant>> found =
        windows.stream()
            .collect(
                Collectors.groupingBy(
                    ScheduledWindow::state,
                    Collectors.mapping(ScheduledWindow::from, Collectors.toSet())));
    Set<Instant> all = windows.stream().map(ScheduledWindow::from).collect(Collectors.toSet());
    Predicate<Instant> isOurs = all::contains;
    assertThat(found.getOrDefault(WindowState.MISSED, Set.of()))
        .isEqualTo(troubles.missed().stream().filter(isOurs).collect(Collectors.toSet()));
    assertThat(found.getOrDefault(WindowState.FAILED, Set.of()))
        .isEqualTo(troubles.failed().stream().filter(isOurs).collect(Collectors.toSet()));
    assertThat(found).doesNotContainKey(WindowState.RUNNING);
  }

  private static void assertRuns(List<RunRow> runs, List<ScheduledWindow> windows) {
    List<ScheduledWindow> begun =
        windows.stream().filter(window -> window.run().isPresent()).toList();
    assertThat(runs).hasSameSizeAs(begun);
    assertThat(runs)
        .extracting(run -> run.incident().window().from())
        .containsExactlyInAnyOrderElementsOf(begun.stream().map(ScheduledWindow::from).toList());
  }

  /** What people had to be told. */
  private List<Bell.Ring> rings(List<ScheduledWindow> windows, Month month) {
    List<Bell.Ring> rings = new ArrayList<>();
    for (ScheduledWindow window : windows) {
      Optional<String> what =
          switch (window.state()) {
            case MISSED, FAILED -> Optional.of(window.state().name());
            case RUNNING -> Optional.empty();
            case JUDGED -> ofJudged(window, month);
          };
      what.ifPresent(told -> rings.add(new Bell.Ring(told, window.from())));
    }
    return rings;
  }

  private Optional<String> ofJudged(ScheduledWindow window, Month month) {
    boolean isIncomplete = troubles.incomplete().contains(window.from());
    List<PickUp> pickUps = month.network().between(window.from(), window.to());
    if (month.truths().get(window.to()).isAnyAffected(pickUps, asOf(window))) {
      return Optional.of("RESULT");
    }
    return isIncomplete ? Optional.of("INCOMPLETE") : Optional.empty();
  }

  private void assertTrue(ScheduledWindow window, StoredResults results, Month month) {
    List<PickUp> pickUps = month.network().between(window.from(), window.to());
    Map<String, SortedSet<String>> found = new TreeMap<>();
    Set<String> confirmed = new TreeSet<>();
    results.forEachParcel(
        parcel ->
            parcel
                .mismatches()
                .forEach(
                    row -> {
                      String kind = row.mismatch().kind().name();
                      found.computeIfAbsent(parcel.parcelId(), id -> new TreeSet<>()).add(kind);
                      if (row.mismatch().proof() == Proof.CONFIRMED) {
                        confirmed.add(parcel.parcelId() + " " + kind);
                      }
                    }));
    assertThat(found).as("%s", window).isEqualTo(month.truths().get(window.to()).of(pickUps));
    assertThat(results.totals().parcels().inScope()).as("%s", window).isEqualTo(pickUps.size());
    assertThat(results.run().asOf()).as("%s", window).isEqualTo(asOf(window));
    boolean isIncomplete = troubles.incomplete().contains(window.from());
    assertThat(results.run().state())
        .as("%s", window)
        .isEqualTo(isIncomplete ? RunState.INCOMPLETE : RunState.COMPLETE);
    assertThat(confirmed.stream().filter(each -> each.endsWith(" UNCOLLECTED")))
        .as("%s", window)
        .containsExactlyInAnyOrderElementsOf(unpaid(found, pickUps, window, month));
  }

  /** What is known not to be paid. */
  private List<String> unpaid(
      Map<String, SortedSet<String>> found,
      List<PickUp> pickUps,
      ScheduledWindow window,
      Month month) {
    Truth truth = month.truths().get(window.to());
    return pickUps.stream()
        .filter(pickUp -> truth.isDue(pickUp, asOf(window)))
        .map(PickUp::parcelId)
        .filter(id -> found.getOrDefault(id, Collections.emptySortedSet()).contains("UNCOLLECTED"))
        .map(id -> id + " UNCOLLECTED")
        .toList();
  }

  private Instant asOf(ScheduledWindow window) {
    return window.to().plus(troubles.settle(window.from()));
  }
}
