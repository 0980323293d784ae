package parcelrecon.results.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeBandTest {

  @ParameterizedTest
  @CsvSource({
    "0, 110, 0",
    "1, 110, 0",
    "9, 190, 9",
    "10, 210, 10",
    "99, 299, 99",
    "100, 310, 100",
    "129, 312, 120",
    "50000, 550, 50000",
    "99999, 599, 99000",
    "9223372036854775807, 1992, 9200000000000000000"
  })
  void band_isNumberOfDigitsAndTheFirstTwo(long minor, int band, long least) {
    assertThat(StakeBand.of(minor)).isEqualTo(band);
    assertThat(StakeBand.leastMinor(band)).isEqualTo(least);
  }

  @Test
  void band_growsWithTheAmount() {
    Random random = new Random(3);
    for (int time = 0; time < 10_000; time++) {
      long minor = (long) Math.pow(10, random.nextDouble() * 15);
      assertThat(StakeBand.of(minor + 1)).isGreaterThanOrEqualTo(StakeBand.of(minor));
      assertThat(StakeBand.leastMinor(StakeBand.of(minor))).isLessThanOrEqualTo(minor);
      assertThat(StakeBand.of(StakeBand.leastMinor(StakeBand.of(minor))))
          .isEqualTo(StakeBand.of(minor));
    }
  }
}
