package parcelrecon.report.statement;

import java.time.Instant;
import java.util.Optional;

/** When the parcels of one suggestion run out of time. */
final class Deadlines {

  private Instant nearest;
  private long past;

  /**
   * @param deadline null when unknown
   */
  void add(Instant deadline, Instant asOf) {
    if (deadline == null) {
      return;
    }
    if (deadline.isBefore(asOf)) {
      past++;
    } else if (nearest == null || deadline.isBefore(nearest)) {
      nearest = deadline;
    }
  }

  /** The nearest one at or after as-of. */
  Optional<Instant> nearest() {
    return Optional.ofNullable(nearest);
  }

  /** How many parcels' deadlines were over before as-of. */
  long past() {
    return past;
  }
}
