package parcelrecon.job;

import java.util.List;
import java.util.Map;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.rule.Deduplicated;
import parcelrecon.rule.Judgement;

/**
 * A parcel as it was matched.
 *
 * @param read its records as often as the splits gave them
 * @param firstLook those, each counted once
 * @param firstJudgement by the first look alone
 * @param found what the second look gave; empty when there was none
 * @param judgement the one that counts
 */
record ParcelMatch(
    List<SourceRecord> read,
    Deduplicated firstLook,
    Judgement firstJudgement,
    List<SourceRecord> found,
    Judgement judgement) {

  Map<SourceName, Long> duplicates() {
    return firstLook.duplicates();
  }

  /** Whether the second look took a mismatch away. */
  boolean isHealed() {
    return firstJudgement.mismatches().stream()
        .anyMatch(mismatch -> !judgement.has(mismatch.kind()));
  }
}
