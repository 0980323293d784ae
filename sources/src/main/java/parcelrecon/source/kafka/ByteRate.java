package parcelrecon.source.kafka;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What all readers of a source together may take of a cluster in a second, so that one that is
 * recovering is spared. Thread-safe.
 */
final class ByteRate {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Shorter waits are put together. */
  private static final long WAIT_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(10);

  private final OptionalLong bytesPerSecond;
  private long paidUntil = System.nanoTime();

  /**
   * @param bytesPerSecond absent: no limit
   */
  ByteRate(OptionalLong bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Waits until what was taken so far, these bytes included, is within the rate. */
  void take(long bytes) {
    if (bytesPerSecond.isEmpty()) {
      return;
    }
    long waitNanos = pay((long) ((double) bytes / bytesPerSecond.getAsLong() * NANOS));
    if (waitNanos >= WAIT_NANOS_MIN) {
      try {
        TimeUnit.NANOSECONDS.sleep(waitNanos);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  /** Time in which nothing was taken is not saved up. */
  private synchronized long pay(long nanos) {
    long now = System.nanoTime();
    paidUntil = Math.max(paidUntil - now, 0) + now + nanos;
    return paidUntil - now;
  }
}
