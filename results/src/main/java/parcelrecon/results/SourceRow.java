package parcelrecon.results;

import parcelrecon.model.Coverage;
import parcelrecon.model.SourceName;

/** What was read of one source, and where every row of it went. */
public record SourceRow(
    SourceName name, String type, Counts counts, SecondLook secondLook, Coverage coverage) {

  /**
   * @param filtered left out by the site's include or exclude; not in {@code read}
   * @param read accepted and rejected
   * @param accepted in scope and out of scope, duplicates among them
   */
  public record Counts(
      long filtered,
      long read,
      long accepted,
      long rejected,
      long duplicates,
      long inScope,
      long outOfScope) {}

  /**
   * @param lookedUp parcels asked for again
   * @param found records the first look had not shown
   * @param healed parcels that lost a mismatch by it
   */
  public record SecondLook(long lookedUp, long found, long healed) {
    public static final SecondLook NONE = new SecondLook(0, 0, 0);
  }
}
