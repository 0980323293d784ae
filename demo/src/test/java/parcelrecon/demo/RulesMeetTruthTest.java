package parcelrecon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.demo.story.Days;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.truth.ParcelTruth;
import parcelrecon.demo.truth.Truth;

class RulesMeetTruthTest {

  @ParameterizedTest
  @ValueSource(longs = {DemoMain.SEED, 4_711})
  void rules_findTheTruth_asFoundAndAfterTheAnswers(long seed) {
    IncidentDay day = seed == DemoMain.SEED ? Days.demo() : IncidentDay.of(seed);
    List<ParcelTruth> truth = Truth.of(day);
    JudgedDay judged = new JudgedDay(day);
    assertThat(differences(truth, judged.asFound(), true)).isEmpty();
    assertThat(differences(truth, judged.afterAnswers(), false)).isEmpty();
  }

  private static List<String> differences(
      List<ParcelTruth> truth, Map<String, ReportedParcel> reported, boolean asFound) {
    return new Comparison(truth, asFound ? ParcelTruth::asFound : ParcelTruth::afterAnswers)
        .differences(reported);
  }
}
