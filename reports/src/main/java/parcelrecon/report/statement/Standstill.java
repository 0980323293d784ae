package parcelrecon.report.statement;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.RecordRef;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.Mismatch;

/** A consumer group that stood still: its backlog among the parcels in scope. */
final class Standstill {

  private long parcels;
  private long events;
  private Instant since;

  void add(ParcelRow parcel, Mismatch mismatch) {
    parcels++;
    Set<RecordRef> cited = new HashSet<>(mismatch.refs());
    for (ParcelEvent event : parcel.evidence().events()) {
      if (cited.contains(event.ref())) {
        events++;
        Instant time = event.time();
        if (time != null && (since == null || time.isBefore(since))) {
          since = time;
        }
      }
    }
  }

  long parcels() {
    return parcels;
  }

  long events() {
    return events;
  }

  /** The time of the first event that waits. */
  Optional<Instant> since() {
    return Optional.ofNullable(since);
  }
}
