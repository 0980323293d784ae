package parcelrecon.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Counts what was done of one part of a stage. Times are those of {@link System#nanoTime()}. */
final class PartCount {

  /** The rate is that of this long before now. */
  private static final long RATE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long BETWEEN_SAMPLES_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Of less than this nothing is concluded for the rest. */
  private static final double SHARE_MIN = 0.1;

  private static final long ELAPSED_NANOS_MIN = TimeUnit.SECONDS.toNanos(3);

  private record Sample(long atNanos, long rows) {}

  private final long plannedBytes;

  /** A second apart, the first at or before the time the rate is of. */
  private final List<Sample> samples = new ArrayList<>();

  private long startedNanos;
  private long rows;
  private long bytes;

  /**
   * @param plannedBytes 0 when unknown
   */
  PartCount(long plannedBytes, long nowNanos) {
    this.plannedBytes = plannedBytes;
    this.startedNanos = nowNanos;
    samples.add(new Sample(nowNanos, 0));
  }

  /** A part that had to wait for others before its first row begins with that row. */
  void advance(long moreRows, long moreBytes, long nowNanos) {
    if (rows == 0 && bytes == 0 && nowNanos - startedNanos > RATE_NANOS) {
      startedNanos = nowNanos;
      samples.clear();
      samples.add(new Sample(nowNanos, 0));
    }
    rows += moreRows;
    bytes += moreBytes;
    if (nowNanos - samples.get(samples.size() - 1).atNanos() >= BETWEEN_SAMPLES_NANOS) {
      samples.add(new Sample(nowNanos, rows));
      forgetOld(nowNanos);
    }
  }

  private void forgetOld(long nowNanos) {
    while (samples.size() > 1 && nowNanos - samples.get(1).atNanos() >= RATE_NANOS) {
      samples.remove(0);
    }
  }

  long rows() {
    return rows;
  }

  double rowsPerSecond(long nowNanos) {
    forgetOld(nowNanos);
    Sample since = samples.get(0);
    double seconds = Math.max(1e-3, (nowNanos - since.atNanos()) / 1e9);
    return (rows - since.rows()) / seconds;
  }

  /** What is done of what was planned, from 0 to 1; absent when that was not known. */
  OptionalDouble share() {
    return plannedBytes > 0
        ? OptionalDouble.of(Math.min(1, (double) bytes / plannedBytes))
        : OptionalDouble.empty();
  }

  /** As the part went so far; absent while too little is done to tell. */
  Optional<Duration> left(long nowNanos) {
    double done = share().orElse(0);
    long elapsed = nowNanos - startedNanos;
    return done < SHARE_MIN || elapsed < ELAPSED_NANOS_MIN
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (elapsed * (1 - done) / done)));
  }
}
