package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;

/**
 * A parcel with at least one mismatch, and all its records.
 *
 * @param storeId of the subject, else of the parcel's events or attempts; null when none tells
 * @param mismatches ordered by kind's name, then group
 * @param datafixes ordered by suggestion
 */
public record ParcelRow(
    ParcelEvidence evidence,
    Standing standing,
    Optional<Verdict> verdict,
    String storeId,
    List<MismatchRow> mismatches,
    List<Datafix> datafixes) {

  public ParcelRow {
    mismatches = List.copyOf(mismatches);
    datafixes = List.copyOf(datafixes);
  }

  public String parcelId() {
    return evidence.parcelId();
  }

  public Optional<Outbound> subject() {
    return evidence.subject();
  }

  public boolean has(MismatchKind kind) {
    return mismatches.stream().anyMatch(row -> row.mismatch().kind() == kind);
  }
}
