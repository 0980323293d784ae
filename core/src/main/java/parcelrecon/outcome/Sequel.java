package parcelrecon.outcome;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix;
import parcelrecon.model.Outbound;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Payment;
import parcelrecon.model.RecordRef;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Verdict;
import parcelrecon.rule.LaterVisit;
import parcelrecon.rule.Mismatch;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.News;

/** A parcel then and now, in the words of {@link Outcome}. */
record Sequel(Seen then, Seen now, News news) {

  boolean isPutBack() {
    return pickUpNow().isEmpty()
        && then.evidence()
            .pickUp()
            .flatMap(news::changed)
            .filter(outbound -> outbound.state() == OutboundState.REVERSED)
            .isPresent();
  }

  boolean isPickedUpLater() {
    return isLaterVisit()
        && now.evidence().outbounds().stream().filter(Outbound::isEffective).count() == 1
        && !hasMoney(now);
  }

  boolean isRecorded() {
    return then.evidence().pickUp().isEmpty() && pickUpNow().isPresent() && !isLaterVisit();
  }

  boolean isPaid() {
    return isMoneyRightNow()
        && money(then).anyMatch(mismatch -> mismatch.amounts().toCollectMinor() != null)
        && news.payments().stream().anyMatch(Payment::isCapture);
  }

  boolean isRefunded() {
    return isMoneyRightNow()
        && money(then).anyMatch(mismatch -> mismatch.amounts().toRefundMinor() != null)
        && news.payments().stream().anyMatch(Payment::isRefund);
  }

  boolean isOpen() {
    return !isOutboundUnseen() && !now.left().isEmpty();
  }

  boolean isUnseen() {
    return isOutboundUnseen()
        || then.mismatches().stream()
            .filter(mismatch -> mismatch.kind().mismatchClass() != MismatchClass.INFO)
            .anyMatch(this::isLostUnseen);
  }

  /** What became of a mismatch that was open then. */
  Change change(Mismatch mismatch) {
    if (now.isOpen(mismatch)) {
      return Change.OPEN;
    }
    return isOutboundUnseen() || isLostUnseen(mismatch) ? Change.NOT_KNOWN : Change.HEALED;
  }

  boolean isNothingToDo() {
    return then.left().isEmpty();
  }

  boolean isTold() {
    return then.left().stream()
            .allMatch(left -> left.standsOn().mismatchClass() == MismatchClass.DOWNSTREAM)
        && (!news.events().isEmpty() || then.left().stream().anyMatch(Sequel::isOfConsumer));
  }

  boolean isConfirmed() {
    return then.mismatches().stream()
            .anyMatch(mismatch -> mismatch.kind().mismatchClass() == MismatchClass.COUNTER)
        && isHandedOver(now)
        && !isHandedOver(then);
  }

  private Optional<Outbound> pickUpNow() {
    return now.evidence().pickUp();
  }

  /**
   * Where no outbound was COMPLETED then, one that only ends later now was completed since: its
   * handover is as old as its begin.
   */
  private boolean isLaterVisit() {
    Optional<Outbound> first = then.evidence().subject();
    Optional<Outbound> last = pickUpNow();
    if (first.isEmpty() || last.isEmpty()) {
      return false;
    }
    return first.get().isEffective()
        ? LaterVisit.is(last.get(), first.get().end(), now.retryWindow())
        : last.get().start().isAfter(first.get().end());
  }

  /**
   * What was on record of the handover is out of sight: nothing can be said of its money either.
   */
  private boolean isOutboundUnseen() {
    return now.evidence().outbounds().isEmpty() && !then.evidence().outbounds().isEmpty();
  }

  private boolean isMoneyRightNow() {
    return !isOutboundUnseen() && !hasMoney(now);
  }

  private static boolean hasMoney(Seen seen) {
    return money(seen).findAny().isPresent();
  }

  private static Stream<Mismatch> money(Seen seen) {
    return seen.mismatches().stream()
        .filter(mismatch -> mismatch.kind().mismatchClass() == MismatchClass.MONEY);
  }

  /** Not found now, but a record it cited is out of sight, or nobody looked for it. */
  private boolean isLostUnseen(Mismatch mismatch) {
    if (now.has(mismatch)) {
      return false;
    }
    Set<RecordRef> unseen =
        news.unseen().stream().map(SourceRecord::ref).collect(Collectors.toSet());
    return mismatch.refs().stream().anyMatch(unseen::contains)
        || !now.lookedFor().includes(mismatch);
  }

  private static boolean isOfConsumer(Datafix datafix) {
    return datafix.standsOn() == MismatchKind.EVENT_NOT_CONSUMED;
  }

  private static boolean isHandedOver(Seen seen) {
    return seen.verdict()
        .filter(verdict -> verdict == Verdict.HANDED_OVER || verdict == Verdict.HANDED_OVER_LATER)
        .isPresent();
  }
}
