package parcelrecon.datafix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Answer;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Outbound;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Judgement;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** A judged parcel in the words of the datafix table. */
record Case(Judgement judgement, Instant asOf, boolean eventsComplete) {

  boolean is(Verdict verdict) {
    return judgement.verdict().filter(verdict::equals).isPresent();
  }

  boolean has(MismatchKind kind) {
    return judgement.has(kind);
  }

  boolean hasMoney() {
    return judgement.mismatches().stream()
        .anyMatch(mismatch -> mismatch.kind().mismatchClass() == MismatchClass.MONEY);
  }

  boolean hasEffectiveOutbound() {
    return judgement.evidence().pickUp().isPresent();
  }

  boolean isToBeReverted() {
    return is(Verdict.ON_SHELF) && hasEffectiveOutbound();
  }

  /** Without an event seen, and with a source that would have shown it. */
  boolean isEventProvablyMissing() {
    return eventsComplete
        && (hasConfirmed(MismatchKind.EVENT_MISSING) || hasConfirmed(MismatchKind.EVENT_BYPASSED));
  }

  private boolean hasConfirmed(MismatchKind kind) {
    return judgement.mismatches().stream()
        .anyMatch(mismatch -> mismatch.kind() == kind && mismatch.proof() == Proof.CONFIRMED);
  }

  boolean isPayoutAheadOrUnknown() {
    return judgement
        .evidence()
        .pickUp()
        .filter(pickUp -> pickUp.payoutAt() == null || pickUp.payoutAt().isAfter(asOf))
        .isPresent();
  }

  boolean answered(StoreAnswer answer) {
    return judgement
        .evidence()
        .latestAnswer()
        .map(Answer::answer)
        .filter(answer::equals)
        .isPresent();
  }

  /** The only outbound that is PENDING, FAILED or REVERSED; absent when there are several. */
  Optional<Outbound> onlyOutbound() {
    List<Outbound> open =
        judgement.evidence().outbounds().stream()
            .filter(outbound -> !outbound.isEffective())
            .toList();
    return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
  }

  boolean isCompletionConfirmed() {
    return answered(StoreAnswer.HANDED_PAID) && onlyOutbound().isPresent();
  }

  boolean isMoneyContradicted() {
    return answered(StoreAnswer.ON_SHELF) || answered(StoreAnswer.HANDED_UNPAID);
  }
}
