package parcelrecon.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedTest {

  /** docs/reference.md, Comparison: at most 3 × √((n + 3) × r × (1 + r)) is chance. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1000, 1000, AS_USUAL",
    "7, 0, 1000, 1000, AS_USUAL",
    "8, 0, 1000, 1000, BEYOND_USUAL",
    "143, 100, 1000, 1000, AS_USUAL",
    "144, 100, 1000, 1000, BEYOND_USUAL",
    "57, 100, 1000, 1000, AS_USUAL",
    "56, 100, 1000, 1000, BELOW_USUAL",
    // Twice the pick-ups: 200 are expected, and more is chance.
    "274, 100, 2000, 1000, AS_USUAL",
    "275, 100, 2000, 1000, BEYOND_USUAL",
    // Half of them.
    "76, 100, 1000, 2000, AS_USUAL",
    "77, 100, 1000, 2000, BEYOND_USUAL",
    "1500000, 1500000, 100000000, 100000000, AS_USUAL",
    "1506000, 1500000, 100000000, 100000000, BEYOND_USUAL"
  })
  void finding_isBeyondWhatChanceMakes(
      long found, long then, long pickUps, long pickUpsThen, Finding finding) {
    assertThat(Compared.of(found, then, pickUps, pickUpsThen).finding()).isEqualTo(finding);
  }

  @Test
  void numbers_areRoundedHalfUp_eachOnItsOwn() {
    Compared.Then then = Compared.of(10, 1, 7, 3).then().orElseThrow();
    assertThat(then.rate()).isEqualByComparingTo("333.33");
    assertThat(then.expected()).isEqualByComparingTo("2.3");
    assertThat(then.excess()).isEqualTo(8);
    assertThat(Compared.of(2, 1, 3, 2).then().orElseThrow().excess()).isEqualTo(1);
    assertThat(Compared.of(1, 1, 3, 2).then().orElseThrow().excess()).isEqualTo(-1);
    assertThat(Compared.of(0, 1, 1, 1).then().orElseThrow().excess()).isEqualTo(-1);
  }
}
