package parcelrecon.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import parcelrecon.console.page.PageTexts;
import parcelrecon.console.runs.ProgressView.How;
import parcelrecon.job.RunProgress;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;

class ProgressViewTest {

  private static final Texts ENGLISH = new PageTexts().in(Locale.ENGLISH);

  @Test
  void runOfAnotherProcess_isToldByWhatIsKeptOfIt() {
    ProgressView view =
        ProgressView.elsewhere(
            List.of(new Totals.Stage("plan", 380, 12), new Totals.Stage("extract", 65_000, 5000)),
            ENGLISH);
    assertThat(view.isElsewhere()).isTrue();
    assertThat(view.stages())
        .extracting(ProgressView.Stage::how)
        .containsExactly(How.OVER, How.OVER, How.NOW, How.TO_COME, How.TO_COME);
    assertThat(view.stages())
        .extracting(ProgressView.Stage::told)
        .startsWith("12 rows, 0.4 seconds", "5,000 rows, 1 min 5 s");
  }

  @Test
  void part_hasNoShareAndNoTimeLeft_whereNothingTrueIsKnown() {
    RunProgress progress = new RunProgress();
    progress.begin("extract", "payments", 0);
    progress.begin("extract", "outbound", 1000);
    progress.advance("extract", "payments", 7, 0);
    progress.advance("extract", "outbound", 9, 1000);
    List<ProgressView.Part> parts = ProgressView.here(progress, ENGLISH).stages().get(0).parts();
    assertThat(parts)
        .extracting(ProgressView.Part::name)
        .containsExactly("payments", "pick-up records");
    assertThat(parts.get(0).percent()).isEmpty();
    assertThat(parts.get(0).rows()).startsWith("7 rows, ");
    assertThat(parts.get(1).percent()).contains(100);
    assertThat(parts.get(1).rows()).isEqualTo("9 rows");
    assertThat(parts).extracting(ProgressView.Part::left).containsOnly("");
  }

  @Test
  void control_isToldApart() {
    RunProgress progress = new RunProgress();
    progress.begin("control-match", "", 4);
    assertThat(ProgressView.here(progress, ENGLISH).stages().get(0).name())
        .isEqualTo("Comparison: Judge every parcel");
  }
}
