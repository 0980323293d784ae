package parcelrecon.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed on every machine (hence StrictMath). */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  long seed() {
    return random.nextLong();
  }

  double share() {
    return random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  long between(long from, long to) {
    return random.nextLong(from, to + 1);
  }

  Duration between(Duration from, Duration to) {
    return Duration.ofMillis(between(from.toMillis(), to.toMillis()));
  }

  /** With whole seconds, as a till prints. */
  Instant between(Instant from, Instant to) {
    return Instant.ofEpochSecond(between(from.getEpochSecond(), to.getEpochSecond()));
  }

  /** Log-normal: half below the median, a long tail above. */
  double longTailed(double median, double sigma) {
    double gauss =
        StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
            * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return median * StrictMath.exp(sigma * gauss);
  }
}
