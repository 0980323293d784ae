package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;

/**
 * An instant, or a whole local day where the source has dates only.
 *
 * @param start the instant, or the start of the day in the source's zone
 * @param end the instant again, or the start of the next day
 */
public record Moment(Instant start, Instant end) {

  public Moment {
    Objects.requireNonNull(start);
    Objects.requireNonNull(end);
  }

  public static Moment at(Instant instant) {
    return new Moment(instant, instant);
  }

  public boolean isDay() {
    return !start.equals(end);
  }
}
