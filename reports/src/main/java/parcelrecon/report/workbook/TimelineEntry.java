package parcelrecon.report.workbook;

import java.time.Instant;
import parcelrecon.model.SourceRecord;

/**
 * One thing that a record says happened.
 *
 * @param at null where the record has no time; it then comes last
 * @param storeId null when not told
 */
record TimelineEntry(SourceRecord record, Instant at, String what, String storeId, Cell amount) {}
