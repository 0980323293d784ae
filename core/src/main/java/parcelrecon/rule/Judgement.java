package parcelrecon.rule;

import java.util.List;
import java.util.Optional;
import parcelrecon.model.Answer;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Verdict;

/**
 * What the rules say about one parcel.
 *
 * @param inScope a parcel out of scope has no verdict and no mismatch
 * @param verdict absent without a completed outbound
 * @param provedBy the kind of mismatch that proves the verdict; absent when none does
 * @param mismatches ordered by kind's name, then group
 */
public record Judgement(
    ParcelEvidence evidence,
    boolean inScope,
    Optional<Verdict> verdict,
    Optional<MismatchKind> provedBy,
    List<Mismatch> mismatches) {

  public Judgement {
    mismatches = List.copyOf(mismatches);
  }

  public boolean has(MismatchKind kind) {
    return mismatches.stream().anyMatch(mismatch -> mismatch.kind() == kind);
  }

  /**
   * Whether a record not seen so far could change it, so that every source that can answer by key
   * is asked again: an absence it rests on, that no outbound is known at all, or that none is
   * effective since one was taken back.
   */
  public boolean restsOnAbsence() {
    return inScope && isPickUpUnknown()
        || mismatches.stream().anyMatch(mismatch -> mismatch.kind().restsOnAbsence());
  }

  private boolean isPickUpUnknown() {
    return evidence.pickUp().isEmpty()
        && (evidence.outbounds().isEmpty()
            || evidence.outbounds().stream().anyMatch(Outbound::isCompleted));
  }

  /**
   * The row that says most: SHOWN_AS_FAILED, else the one that proves the verdict, else the first.
   */
  public Optional<Mismatch> mainRow() {
    return row(MismatchKind.SHOWN_AS_FAILED)
        .or(() -> provedBy.flatMap(this::row))
        .or(() -> mismatches.stream().findFirst());
  }

  private Optional<Mismatch> row(MismatchKind kind) {
    return mismatches.stream().filter(mismatch -> mismatch.kind() == kind).findFirst();
  }

  /**
   * The store's latest answer is cited where it decides: by the main row and PAID_NOT_HANDED_OUT.
   */
  Judgement citingAnswer() {
    Optional<Answer> answer = evidence.latestAnswer();
    Optional<Mismatch> main = mainRow();
    if (answer.isEmpty() || main.isEmpty()) {
      return this;
    }
    return new Judgement(
        evidence,
        inScope,
        verdict,
        provedBy,
        mismatches.stream()
            .map(
                mismatch ->
                    mismatch.equals(main.get())
                            || mismatch.kind() == MismatchKind.PAID_NOT_HANDED_OUT
                        ? mismatch.citing(answer.get().ref())
                        : mismatch)
            .toList());
  }

  public Standing standing() {
    return Standing.of(mismatches);
  }
}
