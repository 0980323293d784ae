package parcelrecon.report.burndown;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.OpenAt;
import parcelrecon.results.OpenCounts;
import parcelrecon.rule.MismatchClass;

/**
 * What was open, step by step: the last finished run of each day, by its as-of in the incident's
 * zone. A day without a run shows what the last one before saw, and is told apart. Runs of a single
 * day are steps of their own, without those that repeat one on equal facts.
 *
 * @param steps oldest first, at most {@value #STEPS_MAX}
 * @param leftOut days without a run, or older steps, that are not among them
 */
public record BurnDown(Unit unit, List<Step> steps, long leftOut) {

  /** More a chart cannot show apart. */
  public static final int STEPS_MAX = 120;

  /** What a step is. */
  public enum Unit {
    DAY,
    RUN
  }

  /**
   * What was open at a step.
   *
   * @param day in the incident's zone
   * @param seen the run that saw it; absent of a day without one
   * @param open as seen then, or last before
   */
  public record Step(LocalDate day, Optional<OpenAt> seen, OpenCounts open) {}

  public BurnDown {
    steps = List.copyOf(steps);
  }

  /**
   * @param series in the order of the runs
   */
  public static BurnDown of(List<OpenAt> series, ZoneId zone) {
    SortedMap<LocalDate, OpenAt> days = new TreeMap<>();
    List<OpenAt> looks = new ArrayList<>();
    for (OpenAt run : series) {
      days.put(LocalDate.ofInstant(run.asOf(), zone), run);
      if (looks.isEmpty() || !isSame(looks.get(looks.size() - 1), run)) {
        looks.add(run);
      }
    }
    return days.size() > 1
        ? byDay(days)
        : limited(
            Unit.RUN,
            looks.stream().map(run -> seen(LocalDate.ofInstant(run.asOf(), zone), run)).toList(),
            0);
  }

  /** A run repeated on equal facts tells nothing new. */
  private static boolean isSame(OpenAt before, OpenAt run) {
    return before.asOf().equals(run.asOf()) && before.counts().equals(run.counts());
  }

  private static Step seen(LocalDate day, OpenAt run) {
    return new Step(day, Optional.of(run), run.counts());
  }

  private static BurnDown byDay(SortedMap<LocalDate, OpenAt> days) {
    long all = days.lastKey().toEpochDay() - days.firstKey().toEpochDay() + 1;
    List<Step> steps = new ArrayList<>();
    days.forEach(
        (day, run) -> {
          while (all <= STEPS_MAX
              && !steps.isEmpty()
              && last(steps).day().isBefore(day.minusDays(1))) {
            steps.add(
                new Step(last(steps).day().plusDays(1), Optional.empty(), last(steps).open()));
          }
          steps.add(seen(day, run));
        });
    return limited(Unit.DAY, steps, all - steps.size());
  }

  private static Step last(List<Step> steps) {
    return steps.get(steps.size() - 1);
  }

  private static BurnDown limited(Unit unit, List<Step> steps, long leftOut) {
    int over = Math.max(0, steps.size() - STEPS_MAX);
    return new BurnDown(unit, steps.subList(over, steps.size()), leftOut + over);
  }

  /** Whether there is something to see: several steps, and something open in one. */
  public boolean isShown() {
    return steps.size() > 1 && !classes().isEmpty();
  }

  /** Those of which something was open at any step, in their order. */
  public List<MismatchClass> classes() {
    return Stream.of(MismatchClass.values())
        .filter(about -> steps.stream().anyMatch(step -> !step.open().sum(about).equals(Sum.NONE)))
        .toList();
  }
}
