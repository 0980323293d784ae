package parcelrecon.report;

import parcelrecon.datafix.Datafix;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.results.MismatchRow;
import parcelrecon.rule.Mismatch.Amounts;
import parcelrecon.rule.MismatchClass;
import parcelrecon.rule.MismatchKind;

/** The amounts a sample's mismatches and datafixes carry. */
final class SampleAmounts {

  private SampleAmounts() {}

  static Amounts of(ParcelEvidence evidence, MismatchKind kind) {
    MismatchClass group = kind.mismatchClass();
    Outbound subject = evidence.subject().orElse(null);
    if (subject == null || group == MismatchClass.DOWNSTREAM || group == MismatchClass.INFO) {
      return Amounts.NONE;
    }
    long due = subject.dueMinor();
    long paid = paid(evidence, subject.currency());
    Long collect =
        switch (kind) {
          case UNCOLLECTED, SHORT_PAID -> due - paid;
          case OVER_REFUNDED -> -paid;
          default -> null;
        };
    Long refund =
        switch (kind) {
          case OVER_PAID, PAID_TWICE -> paid - due;
          case PAID_ON_PREPAID, PAID_NOT_HANDED_OUT -> paid;
          default -> null;
        };
    return new Amounts(subject.currency(), due, paid, collect, refund);
  }

  private static long paid(ParcelEvidence evidence, String currency) {
    return evidence.payments().stream()
        .filter(payment -> payment.currency().equals(currency))
        .mapToLong(SampleAmounts::signed)
        .sum();
  }

  private static long signed(Payment payment) {
    return payment.isCapture()
        ? payment.amountMinor()
        : payment.isRefund() ? -payment.amountMinor() : 0;
  }

  static Datafix datafix(MismatchRow row, Suggestion suggestion) {
    Amounts amounts = row.mismatch().amounts();
    Long moved =
        amounts.toCollectMinor() != null ? amounts.toCollectMinor() : amounts.toRefundMinor();
    boolean money = form(suggestion) == Form.FINANCE_TASK && moved != null;
    return new Datafix(
        suggestion,
        form(suggestion),
        row.mismatch().kind(),
        row.mismatch().group(),
        money ? moved : null,
        money ? amounts.currency() : null);
  }

  private static Form form(Suggestion suggestion) {
    return switch (suggestion) {
      case ASK_STORE -> Form.CALL;
      case REVERT_OUTBOUND, COMPLETE_OUTBOUND -> Form.SQL;
      case SEND_REVERSAL, REPLAY_EVENT -> Form.REPLAY;
      case HOLD_PAYOUT, CHECK_COLLECTION, COLLECT_DIFFERENCE, REFUND_BUYER -> Form.FINANCE_TASK;
      case CLAIM_LOST, RESUME_CONSUMER, INVESTIGATE -> Form.OPS_TASK;
      case INFORM_STORE, CLOSE_HEALED, WAIT -> Form.NOTE;
    };
  }
}
