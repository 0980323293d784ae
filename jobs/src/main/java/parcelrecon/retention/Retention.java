package parcelrecon.retention;

import java.time.Duration;
import java.util.Optional;

/**
 * How long what runs leave is there.
 *
 * @param runs what they found; absent for ever
 * @param outputs their files; absent for ever
 * @param spill the work folders of runs that nobody works on
 */
public record Retention(Optional<Duration> runs, Optional<Duration> outputs, Duration spill) {

  /** Nothing goes but what is of no use to anybody. */
  public static final Retention STANDARD =
      new Retention(Optional.empty(), Optional.empty(), Duration.ofDays(7));
}
