package parcelrecon.report.workbook;

import java.time.Instant;
import parcelrecon.model.SourceRecord;

/**
 * One thing that a record says happened.
 *
 * @param at null where the record has no time; it then comes last
 * @param onPickUpClock the same by the pick-up records' clock; null where that was not measured
 * @param storeId null when not told
 */
record TimelineEntry(
    SourceRecord record,
    Instant at,
    Instant onPickUpClock,
    String what,
    String storeId,
    Cell amount) {

  TimelineEntry(SourceRecord record, Instant at, String what, String storeId, Cell amount) {
    this(record, at, null, what, storeId, amount);
  }

  TimelineEntry by(Clocks clocks) {
    return new TimelineEntry(record, at, clocks.onPickUpClock(record, at), what, storeId, amount);
  }

  /** The time it is ordered by; null when it has none. */
  Instant inOrder() {
    return onPickUpClock == null ? at : onPickUpClock;
  }
}
