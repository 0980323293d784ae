package parcelrecon.report.comparison;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One kind of mismatch, in the run and in its control.
 *
 * @param found parcels in the run
 * @param then the same in the control; absent where it is not known
 */
public record Compared(long found, Optional<Then> then, Finding finding) {

  private static final int RATE_OF = 1_000;
  private static final int RATE_DECIMALS = 2;

  /** How many standard deviations are still chance. */
  private static final long DEVIATIONS = 3;

  /**
   * A count of none, too, stands for a rate above zero: of up to three, in nineteen of twenty
   * cases.
   */
  private static final long UNSEEN = 3;

  /**
   * @param expected what the control's rate gives for the run's pick-ups, with one decimal
   * @param excess found less expected, a whole number
   */
  public record Then(long found, BigDecimal rate, BigDecimal expected, long excess) {}

  /** Whether there is any, now or then. */
  boolean isSeen() {
    return found > 0 || then.filter(each -> each.found() > 0).isPresent();
  }

  static Compared notKnown(long found) {
    return new Compared(found, Optional.empty(), Finding.NOT_KNOWN);
  }

  static Compared notLookedFor(long found) {
    return new Compared(found, Optional.empty(), Finding.NOT_LOOKED_FOR);
  }

  /**
   * @param pickUps of the run, more than none
   * @param pickUpsThen of the control, more than none
   */
  static Compared of(long found, long then, long pickUps, long pickUpsThen) {
    BigDecimal expected =
        BigDecimal.valueOf(then)
            .multiply(BigDecimal.valueOf(pickUps))
            .divide(BigDecimal.valueOf(pickUpsThen), 1, RoundingMode.HALF_UP);
    // The excess times the control's pick-ups: whole, so that nothing is rounded before the end.
    BigInteger excess = times(found, pickUpsThen).subtract(times(then, pickUps));
    long rounded =
        new BigDecimal(excess)
            .divide(BigDecimal.valueOf(pickUpsThen), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Compared(
        found,
        Optional.of(new Then(then, rate(then, pickUpsThen), expected, rounded)),
        finding(excess, then, pickUps, pickUpsThen));
  }

  /** Per 1,000 pick-ups, with two decimals. */
  static BigDecimal rate(long found, long pickUps) {
    return BigDecimal.valueOf(found)
        .multiply(BigDecimal.valueOf(RATE_OF))
        .divide(BigDecimal.valueOf(pickUps), RATE_DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * With r pick-ups in the run for each of the control, and n found in the control, the excess is
   * chance up to 3 × √((n + 3) × r × (1 + r)): the deviation of two counts that follow Poisson.
   */
  private static Finding finding(BigInteger excess, long then, long pickUps, long pickUpsThen) {
    BigInteger chance =
        BigInteger.valueOf(DEVIATIONS * DEVIATIONS)
            .multiply(BigInteger.valueOf(then + UNSEEN))
            .multiply(times(pickUps, pickUps + pickUpsThen));
    if (excess.multiply(excess).compareTo(chance) <= 0) {
      return Finding.AS_USUAL;
    }
    return excess.signum() > 0 ? Finding.BEYOND_USUAL : Finding.BELOW_USUAL;
  }

  private static BigInteger times(long left, long right) {
    return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
  }
}
