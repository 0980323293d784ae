package parcelrecon.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parcelrecon.results.telling.Message.Found;
import parcelrecon.rule.MismatchKind;

class AboveTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  @ParameterizedTest
  @CsvSource({"0,false", "1,true"})
  void anyParcel_isTold_whenNothingElseIsSaid(long parcels, boolean isTold) {
    Found found = new Found(parcels, Map.of(), Map.of(), Map.of(), Map.of());
    assertThat(Above.NOTHING.isExceeded(found)).isEqualTo(isTold);
  }

  @ParameterizedTest
  @CsvSource({"9,false", "10,false", "11,true"})
  void parcels_areTold_aboveTheirNumber(long parcels, boolean isTold) {
    Above ten = new Above(OptionalLong.of(10), Map.of(), Map.of());
    Found found = new Found(parcels, Map.of(), Map.of("TWD", 9_999L), Map.of(), Map.of());
    assertThat(ten.isExceeded(found)).isEqualTo(isTold);
  }

  /** To collect and to refund are both at stake: what is owed one way heals nothing the other. */
  @ParameterizedTest
  @CsvSource({"60000,39999,false", "60000,40000,false", "60000,40001,true", "0,100001,true"})
  void money_isTold_aboveItsSumWithoutNetting(long collect, long refund, boolean isTold) {
    Above thousand = new Above(ANY, Map.of("TWD", 100_000L), Map.of());
    Found found =
        new Found(
            5, Map.of(), Map.of("TWD", collect, "USD", 999_999L), Map.of("TWD", refund), Map.of());
    assertThat(thousand.isExceeded(found)).isEqualTo(isTold);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,false", "3,true"})
  void kinds_areTold_aboveTheirNumber(long mismatches, boolean isTold) {
    Above two = new Above(ANY, Map.of(), Map.of(MismatchKind.UNCOLLECTED, 2L));
    Found found =
        new Found(
            50,
            Map.of(MismatchKind.UNCOLLECTED, mismatches, MismatchKind.PAID_TWICE, 40L),
            Map.of(),
            Map.of(),
            Map.of());
    assertThat(two.isExceeded(found)).isEqualTo(isTold);
  }
}
