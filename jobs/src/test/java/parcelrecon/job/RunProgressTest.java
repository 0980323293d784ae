package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  private long seconds;
  private final RunProgress progress = new RunProgress(() -> TimeUnit.SECONDS.toNanos(seconds));

  private RunProgress.PartView payments() {
    return progress.part("extract", "payments").orElseThrow();
  }

  @Test
  void share_isAbsent_whenTheSizeIsNotKnown() {
    progress.begin("extract", "payments", 0);
    seconds = 60;
    progress.advance("extract", "payments", 1000, 64);
    assertThat(payments().share()).isEmpty();
    assertThat(payments().left()).isEmpty();
    assertThat(payments().rows()).isEqualTo(1000);
  }

  @Test
  void left_isAbsent_untilEnoughIsDone() {
    progress.begin("extract", "payments", 100);
    seconds = 5;
    progress.advance("extract", "payments", 1000, 9);
    assertThat(payments().left()).isEmpty();
    seconds = 10;
    progress.advance("extract", "payments", 1000, 16);
    assertThat(payments().share()).hasValue(0.25);
    assertThat(payments().left()).contains(Duration.ofSeconds(30));
  }

  @Test
  void rate_isOfTheLastTenSeconds() {
    progress.begin("match", "", 0);
    for (seconds = 1; seconds <= 100; seconds++) {
      progress.advance("match", "", seconds <= 80 ? 1000 : 10, 0);
    }
    double rate = progress.part("match", "").orElseThrow().rowsPerSecond();
    assertThat(rate).isCloseTo(10, within(1.5));
  }

  @Test
  void partThatHadToWait_isNotSlowForIt() {
    progress.begin("extract", "payments", 100);
    seconds = 1000;
    progress.advance("extract", "payments", 100, 0);
    seconds = 1010;
    progress.advance("extract", "payments", 100, 50);
    assertThat(payments().left()).contains(Duration.ofSeconds(10));
    assertThat(payments().rowsPerSecond()).isCloseTo(20, within(1.0));
  }

  @Test
  void stages_standInTheirOrder_withThoseOverFirst() {
    progress.begin("plan", "", 0);
    progress.end("plan", 3, 1500);
    progress.begin("extract", "outbound", 10);
    progress.begin("extract", "payments", 10);
    seconds = 2;
    progress.advance("extract", "outbound", 7, 10);
    progress.advance("extract", "payments", 5, 0);
    progress.advance("settle", "", 1, 1);
    assertThat(progress.stages())
        .extracting(RunProgress.StageView::name)
        .containsExactly("plan", "extract");
    RunProgress.StageView plan = progress.stages().get(0);
    assertThat(plan.isOver()).isTrue();
    assertThat(plan.took()).isEqualTo(Duration.ofMillis(1500));
    RunProgress.StageView extract = progress.stages().get(1);
    assertThat(extract.rows()).isEqualTo(12);
    assertThat(extract.took()).isEqualTo(Duration.ofSeconds(2));
    assertThat(extract.parts())
        .extracting(RunProgress.PartView::isOver)
        .containsExactly(true, false);
  }
}
