package parcelrecon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parcelrecon.rule.Receipts.Candidate;

/** "One receipt for several parcels" (docs/rules.md 3). */
class ReceiptsTest {

  private static final Tolerance ONE_DOLLAR = new Tolerance(BigDecimal.ONE, Map.of(), true);

  @Test
  void receipt_settlesAllItsParcels_whenTheirDifferencesAddUpToNone() {
    assertThat(
            Receipts.settled(
                List.of(paid("P1", -10000), paid("P2", -5000), paid("P3", 15000)), Tolerance.NONE))
        .containsExactly("P1", "P2", "P3");
  }

  @Test
  void receipt_settlesNone_whenOneMinorUnitIsLeft() {
    assertThat(Receipts.settled(List.of(paid("P1", -10000), paid("P2", 9999)), Tolerance.NONE))
        .isEmpty();
  }

  @Test
  void receipt_settles_whenExactlyTheToleranceIsLeftOnEitherSide() {
    assertThat(Receipts.settled(List.of(paid("P1", -10000), paid("P2", 9900)), ONE_DOLLAR))
        .containsExactly("P1", "P2");
    assertThat(Receipts.settled(List.of(paid("P1", -10000), paid("P2", 10100)), ONE_DOLLAR))
        .containsExactly("P1", "P2");
    assertThat(Receipts.settled(List.of(paid("P1", -10000), paid("P2", 10101)), ONE_DOLLAR))
        .isEmpty();
  }

  @Test
  void receipt_keepsCheckoutsAndCurrenciesApart_whenTheyWouldAddUpTogether() {
    assertThat(
            Receipts.settled(
                List.of(
                    new Candidate("C1", "TWD", "P1", -500),
                    new Candidate("C2", "TWD", "P2", 500),
                    new Candidate("C1", "JPY", "P3", 500)),
                Tolerance.NONE))
        .isEmpty();
  }

  @Test
  void receipt_settlesOneCheckout_whenAnotherStaysOpen() {
    assertThat(
            Receipts.settled(
                List.of(
                    new Candidate("C1", "TWD", "P1", -500),
                    new Candidate("C1", "TWD", "P2", 500),
                    new Candidate("C2", "TWD", "P3", -500)),
                Tolerance.NONE))
        .containsExactly("P1", "P2");
  }

  @Test
  void candidate_carriesPaidLessDue_whenThePickUpNamesItsCheckout() {
    assertThat(Receipts.candidate(Parcels.cod(10000).checkout("C1").judge()))
        .contains(new Candidate("C1", "TWD", Parcels.ID, -10000));
    assertThat(Receipts.candidate(Parcels.cod(10000).checkout("C1").paid(12500).judge()))
        .contains(new Candidate("C1", "TWD", Parcels.ID, 2500));
  }

  @Test
  void candidate_isAbsent_whenThereIsNoCheckoutOrNothingToSettle() {
    assertThat(Receipts.candidate(Parcels.cod(10000).judge())).isEmpty();
    assertThat(Receipts.candidate(Parcels.cod(10000).checkout("C1").paid(10000).judge())).isEmpty();
  }

  private static Candidate paid(String parcelId, long differenceMinor) {
    return new Candidate("C1", "TWD", parcelId, differenceMinor);
  }
}
