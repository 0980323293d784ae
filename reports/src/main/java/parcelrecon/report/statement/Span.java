package parcelrecon.report.statement;

import java.time.Instant;

/** The affected parcels of a phase: how many, the first and the last. */
final class Span {

  private long parcels;
  private Seen first;
  private Seen last;

  /** A parcel at the time of its pick-up. */
  record Seen(String parcelId, Instant at) {}

  void add(Seen seen) {
    parcels++;
    if (first == null || seen.at().isBefore(first.at())) {
      first = seen;
    }
    if (last == null || !seen.at().isBefore(last.at())) {
      last = seen;
    }
  }

  long parcels() {
    return parcels;
  }

  /** Null when there is none. */
  Seen first() {
    return first;
  }

  /** Null when there is none. */
  Seen last() {
    return last;
  }
}
