package parcelrecon.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;
import parcelrecon.report.SampleControl;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleRunAround;
import parcelrecon.report.text.Texts;
import parcelrecon.results.RunResults;
import parcelrecon.rule.JudgingContext;
import parcelrecon.rule.MismatchKind;

class ComparisonTest {

  private static Comparison of(RunResults results) {
    return Comparison.of(results).orElseThrow();
  }

  @Test
  void nothing_isCompared_whenNothingWasAskedFor() {
    assertThat(Comparison.of(SampleRun.incident())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, REJECTS", "4, UNREACHABLE", "3, FAILED", "70, FAILED"})
  void nothing_isKnown_whenTheControlFailed(int exitCode, Obstacle obstacle) {
    Comparison comparison = of(SampleControl.failed(exitCode).compared());
    assertThat(comparison.state()).isEqualTo(Comparison.State.NOT_KNOWN);
    assertThat(comparison.obstacle()).contains(obstacle);
    assertThat(comparison.pickUpsThen()).isEmpty();
    assertNothingKnown(comparison);
  }

  /** The sample run has 1,075 pick-ups. */
  @ParameterizedTest
  @CsvSource({"0, NO_PICK_UPS_THEN", "1, FEW_PICK_UPS_THEN", "100, FEW_PICK_UPS_THEN"})
  void nothing_isKnown_whenFewPickedUpThen(long pickUpsThen, Obstacle obstacle) {
    Comparison comparison = of(SampleControl.of(pickUpsThen).compared());
    assertThat(comparison.pickUps()).isBetween(1_010L, 1_099L);
    assertThat(comparison.obstacle()).contains(obstacle);
    assertThat(comparison.pickUpsThen()).hasValue(pickUpsThen);
    assertNothingKnown(comparison);
  }

  private static void assertNothingKnown(Comparison comparison) {
    assertThat(comparison.kinds()).hasSize(MismatchKind.values().length);
    assertThat(comparison.kinds().values())
        .allSatisfy(
            kind -> {
              assertThat(kind.finding()).isEqualTo(Finding.NOT_KNOWN);
              assertThat(kind.then()).isEmpty();
            });
  }

  /** Every kind rests on the pick-up records. */
  @Test
  void nothing_isKnown_whenPickUpRecordsAreNotWhole() {
    RunResults lacking =
        withCoverage(SampleControl.of(1_000).compared(), SourceName.OUTBOUND, incomplete());
    assertThat(of(lacking).state()).isEqualTo(Comparison.State.NOT_KNOWN);
    assertThat(of(lacking).lacking()).contains(SourceName.OUTBOUND);
  }

  private static Coverage incomplete() {
    return new Coverage(List.of(Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, "a.csv", 7)));
  }

  private static RunResults withCoverage(RunResults results, SourceName name, Coverage coverage) {
    return new SampleRunAround(results) {
      @Override
      public JudgingContext context() {
        JudgingContext context = run.context();
        JudgingContext.Sources sources = context.sources();
        Map<SourceName, Coverage> all = new EnumMap<>(SourceName.class);
        all.putAll(sources.coverage());
        all.put(name, coverage);
        return new JudgingContext(
            context.window(),
            context.phases(),
            context.asOf(),
            context.settings(),
            new JudgingContext.Sources(
                all,
                sources.paymentsIndependent(),
                sources.paymentsCompleteThrough(),
                sources.outboundsAnywhere()),
            context.events());
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
  void everyObstacle_isTold_inEveryLanguage(String language) {
    Texts texts = Texts.of(language);
    for (Obstacle obstacle : Obstacle.values()) {
      assertThat(texts.text("comparison.obstacle." + obstacle, "")).isNotBlank();
    }
    for (Finding finding : Finding.values()) {
      assertThat(texts.text("comparison.finding." + finding)).isNotBlank();
    }
  }
}
