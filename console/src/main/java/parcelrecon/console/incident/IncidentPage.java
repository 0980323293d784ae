package parcelrecon.console.incident;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parcelrecon.report.burndown.BurnDown;
import parcelrecon.report.burndown.BurnDownWords;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.EndSums;
import parcelrecon.results.MismatchEnd.State;
import parcelrecon.results.RunRow;

/** What the runs of an incident amount to, as its page shows it. */
final class IncidentPage {

  private final IncidentSums.Sums sums;
  private final BurnDown burnDown;
  private final BurnDownWords words;
  private final Ageing ageing;
  private final Texts texts;

  /**
   * @param runs those the sums are of, in their order
   * @param today in the incident's zone
   */
  IncidentPage(IncidentSums.Sums sums, List<RunRow> runs, Texts texts, LocalDate today) {
    ZoneId zone = runs.get(runs.size() - 1).incident().window().zone();
    this.sums = sums;
    this.texts = texts;
    this.burnDown = BurnDown.of(sums.series(), zone);
    this.words = new BurnDownWords(burnDown, texts, zone);
    this.ageing = new Ageing(sums.ends(), runs, zone, today);
  }

  /**
   * A step of the burn-down.
   *
   * @param isSeen false of a day on which no run looked
   * @param open by class, then all
   */
  record StepView(
      String label,
      String asOf,
      boolean isSeen,
      List<Long> open,
      String toCollect,
      String toRefund) {}

  /** How many mismatches are in a state; {@code key} of a text that names it. */
  record StateView(String key, long mismatches) {}

  public BurnDownWords words() {
    return words;
  }

  /** Whether a chart would show anything. */
  public boolean isChart() {
    return burnDown.isShown();
  }

  public List<StepView> steps() {
    return burnDown.steps().stream().map(this::step).toList();
  }

  private StepView step(BurnDown.Step step) {
    Sum all = step.open().sum();
    return new StepView(
        words.label(step),
        words.asOf(step),
        step.seen().isPresent(),
        LongStream.concat(
                burnDown.classes().stream().mapToLong(about -> step.open().sum(about).mismatches()),
                LongStream.of(all.mismatches()))
            .boxed()
            .toList(),
        texts.money(all.toCollectMinor()),
        texts.money(all.toRefundMinor()));
  }

  public Ageing ageing() {
    return ageing;
  }

  /** What is open in the last run. */
  public Sum open() {
    return sums.ends().sum(State.OPEN);
  }

  public EndSums ends() {
    return sums.ends();
  }

  /** All that was found is in one of these. */
  public List<StateView> states() {
    return Stream.of(State.values())
        .map(state -> new StateView("incident.state." + state, sums.ends().sum(state).mismatches()))
        .toList();
  }
}
