package parcelrecon.datafix;

import java.util.Set;
import parcelrecon.model.Answer.StoreAnswer;
import parcelrecon.model.Attempt.AttemptOutcome;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment.PaymentKind;
import parcelrecon.model.Payment.PaymentState;
import parcelrecon.rule.MismatchKind;

/** What a suggestion rests on: records that confirm it, or the absence of one. */
public enum Confirmation {
  ANSWER("the store’s answer") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return parcel
          .latestAnswer()
          .filter(said -> said.answer() != StoreAnswer.UNREACHABLE)
          .isPresent();
    }
  },
  SEEN_AFTER_HANDOVER("SEEN_AFTER_HANDOVER") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return kinds.contains(MismatchKind.SEEN_AFTER_HANDOVER);
    }
  },
  TRIED_AGAIN("TRIED_AGAIN") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return kinds.contains(MismatchKind.TRIED_AGAIN);
    }
  },
  COUNTER_SAID_OK("a call the counter was told OK") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return parcel.attempts().stream().anyMatch(attempt -> attempt.outcome() == AttemptOutcome.OK);
    }
  },
  PAYMENT("a payment") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return parcel.payments().stream()
          .filter(payment -> payment.kind() == PaymentKind.CAPTURE)
          .anyMatch(payment -> payment.state() == PaymentState.SUCCEEDED);
    }
  },
  TAKEN_BACK("a pick-up record that was taken back") {
    @Override
    boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
      return parcel.outbounds().stream()
          .anyMatch(outbound -> outbound.state() == OutboundState.REVERSED);
    }
  },
  /** Records that contradict each other, or tell the mismatch by themselves. */
  RECORDS("the records themselves"),
  OFFSETS("the group’s committed offsets"),
  /** Its source would have shown the record, or the mismatch would be UNVERIFIED. */
  ABSENCE("no such record in a source that would show it"),
  UNPROVEN("not proven");

  private final String what;

  Confirmation(String what) {
    this.what = what;
  }

  /**
   * Whether a parcel has it, where a row of the table names it.
   *
   * @param kinds of the parcel's mismatches
   */
  boolean isOf(ParcelEvidence parcel, Set<MismatchKind> kinds) {
    return true;
  }

  /** As docs/rules.md says it. */
  String what() {
    return what;
  }
}
