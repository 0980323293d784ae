package parcelrecon.rule;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceRecord;
import parcelrecon.rule.Mismatch.Amounts;
import parcelrecon.rule.Mismatch.Reason;

/**
 * What one rule says about a parcel, before coverage and rejected rows are weighed.
 *
 * @param proof as far as the rule itself can say
 */
record Finding(
    MismatchKind kind,
    String group,
    Proof proof,
    Amounts amounts,
    Reason reason,
    List<RecordRef> refs) {

  static Finding of(
      MismatchKind kind, Amounts amounts, Collection<? extends SourceRecord> records) {
    List<RecordRef> refs = records.stream().map(SourceRecord::ref).toList();
    return new Finding(kind, "", Proof.CONFIRMED, amounts, null, refs);
  }

  static Finding of(MismatchKind kind, Collection<? extends SourceRecord> records) {
    return of(kind, Amounts.NONE, records);
  }

  Finding withGroup(String name) {
    return new Finding(kind, name, proof, amounts, reason, refs);
  }

  Finding withProof(Proof other) {
    return new Finding(kind, group, other, amounts, reason, refs);
  }

  Finding withReason(Reason other) {
    return new Finding(kind, group, proof, amounts, other, refs);
  }

  Finding alsoCiting(Collection<? extends SourceRecord> records) {
    List<RecordRef> more =
        Stream.concat(refs.stream(), records.stream().map(SourceRecord::ref)).toList();
    return new Finding(kind, group, proof, amounts, reason, more);
  }
}
