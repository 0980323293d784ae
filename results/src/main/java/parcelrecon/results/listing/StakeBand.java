package parcelrecon.results.listing;

/**
 * Amounts that are alike in how many digits they have and in the first two: in each band rows are
 * indexed in the list's order, which they are not among all amounts at least so large.
 *
 * <p>A number that grows with the amount: 100 for each digit of it, in minor units, and the first
 * two digits. 0 where nothing is at stake.
 */
final class StakeBand {

  private static final int DIGIT = 100;
  private static final int TEN = 10;

  private StakeBand() {}

  /** An amount of 0 is in the band of 1. */
  static int of(long minor) {
    int digits = 1;
    long first = Math.max(1, minor);
    while (first >= DIGIT) {
      first /= TEN;
      digits++;
    }
    return first < TEN ? DIGIT * digits + TEN * (int) first : DIGIT * (digits + 1) + (int) first;
  }

  /** The least amount in a band. */
  static long leastMinor(int band) {
    int digits = band / DIGIT;
    long least = band % DIGIT;
    if (digits == 1) {
      return least == TEN ? 0 : least / TEN;
    }
    for (int digit = 2; digit < digits; digit++) {
      least *= TEN;
    }
    return least;
  }
}
