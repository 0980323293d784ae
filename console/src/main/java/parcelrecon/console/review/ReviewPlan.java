package parcelrecon.console.review;

import java.util.Map;
import java.util.TreeMap;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.review.MismatchId;
import parcelrecon.results.review.ReviewAct;
import parcelrecon.results.review.Selection;

/**
 * An act that waits for its confirmation, about exactly the mismatches that the reviewer was shown.
 *
 * @param filter what they were found by, as an address has it; empty where they were named
 * @param back the page that was selected from
 */
record ReviewPlan(Selection selection, ReviewAct act, String filter, String back) {

  static Selection selection(long run, long through, Iterable<ListedMismatch> rows) {
    Map<MismatchId, String> facts = new TreeMap<>();
    rows.forEach(row -> facts.put(id(row), row.facts()));
    return new Selection(run, through, facts);
  }

  static MismatchId id(ListedMismatch row) {
    return new MismatchId(row.parcelId(), row.kind(), row.group());
  }
}
