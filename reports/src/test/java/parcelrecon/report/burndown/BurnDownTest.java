package parcelrecon.report.burndown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parcelrecon.report.burndown.BurnDown.Unit;
import parcelrecon.report.text.Texts;
import parcelrecon.results.DiffTotals.Sum;
import parcelrecon.results.OpenAt;
import parcelrecon.results.OpenCounts;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** What is open day by day, from what runs counted. */
class BurnDownTest {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  @Test
  void day_isOfTheIncidentsZone_countsItsLastRun_andIsCarriedOnWithoutOne() {
    BurnDown burnDown =
        BurnDown.of(
            List.of(
                run(1, "2022-04-13T15:00:00Z", 9),
                run(2, "2022-04-13T16:30:00Z", 7),
                run(3, "2022-04-14T03:00:00Z", 6),
                run(5, "2022-04-17T01:00:00Z", 2)),
            TAIPEI);
    assertThat(burnDown.unit()).isEqualTo(Unit.DAY);
    assertThat(burnDown.steps())
        .extracting(
            step ->
                step.day()
                    + " "
                    + step.seen().map(OpenAt::run).orElse(0L)
                    + " "
                    + step.open().sum().mismatches())
        .containsExactly(
            "2022-04-13 1 9",
            "2022-04-14 3 6",
            "2022-04-15 0 6",
            "2022-04-16 0 6",
            "2022-04-17 5 2");
    assertThat(burnDown.isShown()).isTrue();
    assertThat(burnDown.classes()).containsExactly(MismatchClass.MONEY);
    BurnDownWords words = new BurnDownWords(burnDown, Texts.of("en"), TAIPEI);
    assertThat(words.label(burnDown.steps().get(2))).isEqualTo("(2022-04-15)");
    assertThat(words.asOf(burnDown.steps().get(2))).isEmpty();
    assertThat(words.asOf(burnDown.steps().get(1))).isEqualTo("2022-04-14 11:00:00");
    assertThat(words.notes()).hasSize(1);
  }

  @Test
  void runsOfOneDay_areStepsOfTheirOwn_butForRepeatedOnes() {
    BurnDown burnDown =
        BurnDown.of(
            List.of(
                run(1, "2022-04-13T13:00:00Z", 9),
                run(2, "2022-04-13T13:00:00Z", 9),
                run(3, "2022-04-13T13:00:00Z", 6),
                run(4, "2022-04-13T14:30:00Z", 4)),
            TAIPEI);
    assertThat(burnDown.unit()).isEqualTo(Unit.RUN);
    assertThat(burnDown.steps())
        .extracting(step -> step.seen().get().run())
        .containsExactly(1L, 3L, 4L);
    BurnDownWords words = new BurnDownWords(burnDown, Texts.of("en"), TAIPEI);
    assertThat(burnDown.steps())
        .extracting(words::label)
        .as("two of one as-of can be told apart")
        .containsExactly("1. 21:00:00", "2. 21:00:00", "22:30:00");
  }

  @Test
  void nothing_isShown_ofOneAsOf_norWhereNothingWasEverOpen() {
    OpenAt first = run(1, "2022-04-13T13:00:00Z", 9);
    assertThat(BurnDown.of(List.of(first), TAIPEI).isShown()).isFalse();
    assertThat(BurnDown.of(List.of(first, run(2, "2022-04-13T13:00:00Z", 9)), TAIPEI).isShown())
        .as("the same facts as of the same moment: the same outputs")
        .isFalse();
    assertThat(
            BurnDown.of(
                    List.of(run(1, "2022-04-13T13:00:00Z", 0), run(2, "2022-04-14T13:00:00Z", 0)),
                    TAIPEI)
                .isShown())
        .isFalse();
  }

  @Test
  void daysWithoutARun_areLeftOut_whereThereAreTooMany_andSoAreTheOldestSteps() {
    Instant first = Instant.parse("2022-04-13T04:00:00Z");
    List<OpenAt> series = new ArrayList<>();
    for (int day = 0; day < BurnDown.STEPS_MAX + 1; day++) {
      series.add(run(day + 1, first.plusSeconds(2L * 86_400 * day).toString(), 3));
    }
    BurnDown burnDown = BurnDown.of(series, TAIPEI);
    assertThat(burnDown.steps())
        .hasSize(BurnDown.STEPS_MAX)
        .allMatch(step -> step.seen().isPresent());
    assertThat(burnDown.leftOut()).isEqualTo(BurnDown.STEPS_MAX + 1);
    assertThat(burnDown.steps().get(0).seen().get().run()).isEqualTo(2);
  }

  private static OpenAt run(long run, String asOf, long open) {
    OpenCounts counts =
        open == 0
            ? OpenCounts.NONE
            : new OpenCounts(
                Map.of(
                    MismatchKind.UNCOLLECTED,
                    new OpenCounts.Kind(
                        open,
                        new Sum(open, new TreeMap<>(Map.of("TWD", 100 * open)), new TreeMap<>()))),
                Map.of(MismatchClass.MONEY, open),
                open);
    return new OpenAt(run, Instant.parse(asOf), counts);
  }
}
