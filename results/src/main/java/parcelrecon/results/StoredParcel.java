package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Standing;
import parcelrecon.spill.EvidenceCodec;

/**
 * A parcel as the tables keep it, its records still encoded: many of these are in memory, few of
 * what they become.
 *
 * @param key the UTF-8 bytes of its id
 * @param storeId null when no record tells
 * @param mismatches ordered by kind's name, then group; empty once its receipt was settled
 */
record StoredParcel(
    byte[] key,
    Standing standing,
    Optional<Verdict> verdict,
    Optional<MismatchKind> provedBy,
    String storeId,
    byte[] records,
    List<Mismatch> mismatches,
    List<Datafix> datafixes) {

  Judgement judgement() {
    return new Judgement(EvidenceCodec.decode(records), true, verdict, provedBy, mismatches);
  }

  /** Its mismatches that are not closed by what was found; see {@link Datafix#isOpen}. */
  List<Mismatch> open() {
    return mismatches.stream().filter(found -> Datafix.isOpen(found, datafixes)).toList();
  }

  /** The same mismatch as this parcel has it, open or not. */
  Optional<Mismatch> find(Mismatch mismatch) {
    return mismatches.stream().filter(mismatch::isSame).findFirst();
  }

  boolean isOpen(Mismatch mismatch) {
    return find(mismatch).filter(found -> Datafix.isOpen(found, datafixes)).isPresent();
  }

  ParcelRow row() {
    ParcelEvidence evidence = EvidenceCodec.decode(records);
    Optional<Outbound> subject = evidence.subject();
    return new ParcelRow(
        evidence,
        standing,
        verdict,
        storeId,
        mismatches.stream()
            .map(
                mismatch ->
                    new MismatchRow(mismatch, verdict, subject, storeId, suggestionsOn(mismatch)))
            .toList(),
        datafixes);
  }

  private List<Suggestion> suggestionsOn(Mismatch mismatch) {
    return datafixes.stream()
        .filter(
            datafix ->
                datafix.standsOn() == mismatch.kind() && datafix.group().equals(mismatch.group()))
        .map(Datafix::suggestion)
        .distinct()
        .sorted()
        .toList();
  }
}
