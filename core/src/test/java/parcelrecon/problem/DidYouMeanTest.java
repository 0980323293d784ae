package parcelrecon.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

  private static final List<String> KNOWN = List.of("fields", "values", "金額", "付款時間");

  @Test
  void nearest_isTheKnownName_whenLettersAreSwapped() {
    assertThat(DidYouMean.nearest("feilds", KNOWN)).contains("fields");
    assertThat(DidYouMean.nearest("VALUE", KNOWN)).contains("values");
  }

  @Test
  void nearest_isTheKnownName_whenOneChineseCharacterDiffers() {
    assertThat(DidYouMean.nearest("付款日間", KNOWN)).contains("付款時間");
    assertThat(DidYouMean.nearest("金领", KNOWN)).contains("金額");
  }

  @Test
  void question_isEmpty_whenNothingIsNear() {
    assertThat(DidYouMean.question("topic", KNOWN)).isEmpty();
    assertThat(DidYouMean.question("x", List.of("y"))).isEmpty();
  }

  @Test
  void question_endsTheSentence_whenSomethingIsNear() {
    assertThat(DidYouMean.question("feilds", KNOWN)).isEqualTo(", did you mean \"fields\"?");
  }
}
