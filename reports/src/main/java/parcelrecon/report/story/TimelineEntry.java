package parcelrecon.report.story;

import java.time.Instant;
import parcelrecon.model.SourceRecord;

/**
 * One thing that a record says happened.
 *
 * @param at null where the record has no time; it then comes last
 * @param onPickUpClock the same by the pick-up records' clock; null where that was not measured
 * @param storeId null when not told
 * @param amountMinor in minor units of {@code currency}; null when it is about no money
 */
public record TimelineEntry(
    SourceRecord record,
    Instant at,
    Instant onPickUpClock,
    String what,
    String storeId,
    Long amountMinor,
    String currency) {

  TimelineEntry(SourceRecord record, Instant at, String what, String storeId) {
    this(record, at, null, what, storeId, null, null);
  }

  TimelineEntry of(long minor, String ofCurrency) {
    return new TimelineEntry(record, at, onPickUpClock, what, storeId, minor, ofCurrency);
  }

  TimelineEntry by(Clocks clocks) {
    Instant byPickUps = clocks.onPickUpClock(record, at);
    return new TimelineEntry(record, at, byPickUps, what, storeId, amountMinor, currency);
  }

  /** The time it is ordered by; null when it has none. */
  Instant inOrder() {
    return onPickUpClock == null ? at : onPickUpClock;
  }
}
