package parcelrecon.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** The half-open span {@code [from, to)} of an incident, with the zone its times are shown in. */
public record Window(Instant from, Instant to, ZoneId zone) {

  /** The start of the window that {@code --all} means. */
  public static final Instant ALL_FROM = Instant.parse("1970-01-01T00:00:00Z");

  /** The end of the window that {@code --all} means. */
  public static final Instant ALL_TO = Instant.parse("9999-12-31T00:00:00Z");

  public Window {
    Objects.requireNonNull(zone);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("window ends at " + to + ", not after its start " + from);
    }
  }

  public static Window all(ZoneId zone) {
    return new Window(ALL_FROM, ALL_TO, zone);
  }

  public boolean isAll() {
    return from.equals(ALL_FROM) && to.equals(ALL_TO);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /**
   * Whether the closed span {@code [start, end]} touches the window: {@code start < to && end >=
   * from}.
   */
  public boolean overlaps(Instant start, Instant end) {
    return start.isBefore(to) && !end.isBefore(from);
  }

  /** The start of the first local day the window touches. */
  public Instant dayFrom() {
    return LocalDate.ofInstant(from, zone).atStartOfDay(zone).toInstant();
  }

  /** The end, exclusive, of the last local day the window touches. */
  public Instant dayTo() {
    return LocalDate.ofInstant(to.minusNanos(1), zone).plusDays(1).atStartOfDay(zone).toInstant();
  }
}
