package parcelrecon.source.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.model.Window;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.Split;

/**
 * The half-open span of time a database is asked for.
 *
 * @param from clamped to what drivers and columns can hold, as {@code to} is
 */
record ReadRange(Instant from, Instant to) {

  private static final Instant EARLIEST = Instant.parse("1900-01-02T00:00:00Z");

  /** Still the year 9999 in every zone. */
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  ReadRange {
    from = clamped(from);
    to = clamped(to);
  }

  static ReadRange of(Window window, Jdbc jdbc) {
    return window.isAll()
        ? new ReadRange(EARLIEST, LATEST)
        : new ReadRange(
            window.from().minus(jdbc.marginBefore()), window.to().plus(jdbc.marginAfter()));
  }

  /** The local days the window touches. */
  static ReadRange daysOf(Window window) {
    return new ReadRange(window.dayFrom(), window.dayTo());
  }

  static ReadRange of(Split split) {
    return new ReadRange(
        Instant.parse(split.at().get("from")), Instant.parse(split.at().get("to")));
  }

  /** The range in parts of about the same length, cut at whole seconds from its start. */
  List<ReadRange> cut(int parts) {
    long seconds = Duration.between(from, to).toSeconds();
    List<ReadRange> cut = new ArrayList<>();
    Instant begin = from;
    for (int part = 1; part <= parts; part++) {
      Instant end = part == parts ? to : from.plusSeconds(seconds * part / parts);
      cut.add(new ReadRange(begin, end));
      begin = end;
    }
    return cut;
  }

  SortedMap<String, String> asSplit() {
    return new TreeMap<>(Map.of("from", from.toString(), "to", to.toString()));
  }

  private static Instant clamped(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST) ? LATEST : instant;
  }
}
