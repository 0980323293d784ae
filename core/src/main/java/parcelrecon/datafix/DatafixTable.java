package parcelrecon.datafix;

import static parcelrecon.datafix.Datafix.Form.CALL;
import static parcelrecon.datafix.Datafix.Form.FINANCE_TASK;
import static parcelrecon.datafix.Datafix.Form.NOTE;
import static parcelrecon.datafix.Datafix.Form.OPS_TASK;
import static parcelrecon.datafix.Datafix.Form.REPLAY;
import static parcelrecon.datafix.Datafix.Form.SQL;
import static parcelrecon.datafix.Suggestion.ASK_STORE;
import static parcelrecon.datafix.Suggestion.CHECK_COLLECTION;
import static parcelrecon.datafix.Suggestion.CLAIM_LOST;
import static parcelrecon.datafix.Suggestion.CLOSE_HEALED;
import static parcelrecon.datafix.Suggestion.COLLECT_DIFFERENCE;
import static parcelrecon.datafix.Suggestion.COMPLETE_OUTBOUND;
import static parcelrecon.datafix.Suggestion.HOLD_PAYOUT;
import static parcelrecon.datafix.Suggestion.INFORM_STORE;
import static parcelrecon.datafix.Suggestion.INVESTIGATE;
import static parcelrecon.datafix.Suggestion.REFUND_BUYER;
import static parcelrecon.datafix.Suggestion.REPLAY_EVENT;
import static parcelrecon.datafix.Suggestion.RESUME_CONSUMER;
import static parcelrecon.datafix.Suggestion.REVERT_OUTBOUND;
import static parcelrecon.datafix.Suggestion.SEND_REVERSAL;
import static parcelrecon.model.Verdict.HANDED_OVER;
import static parcelrecon.model.Verdict.HANDED_OVER_LATER;
import static parcelrecon.model.Verdict.LOST;
import static parcelrecon.model.Verdict.ON_SHELF;
import static parcelrecon.model.Verdict.UNKNOWN;
import static parcelrecon.rule.MismatchKind.CURRENCY_DIFFERS;
import static parcelrecon.rule.MismatchKind.EVENT_CONFLICTS;
import static parcelrecon.rule.MismatchKind.EVENT_MISSING;
import static parcelrecon.rule.MismatchKind.EVENT_NOT_CONSUMED;
import static parcelrecon.rule.MismatchKind.EVENT_WITHOUT_OUTBOUND;
import static parcelrecon.rule.MismatchKind.OVER_PAID;
import static parcelrecon.rule.MismatchKind.OVER_REFUNDED;
import static parcelrecon.rule.MismatchKind.PAID_NOT_HANDED_OUT;
import static parcelrecon.rule.MismatchKind.PAID_ON_PREPAID;
import static parcelrecon.rule.MismatchKind.PAID_TWICE;
import static parcelrecon.rule.MismatchKind.REVERSAL_NOT_TOLD;
import static parcelrecon.rule.MismatchKind.SHORT_PAID;
import static parcelrecon.rule.MismatchKind.SHOWN_AS_FAILED;
import static parcelrecon.rule.MismatchKind.STUCK;
import static parcelrecon.rule.MismatchKind.TWO_PICKUPS;
import static parcelrecon.rule.MismatchKind.UNCOLLECTED;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.rule.MismatchKind;

/** The table of docs/rules.md 6, row by row: when, what is suggested, and in which form. */
final class DatafixTable {

  /**
   * What a parcel as a whole needs. It stands on the row that says most about it.
   *
   * @param form SQL where there is a table to change, else an ops task
   */
  record ParcelRow(Predicate<Case> when, Suggestion suggestion, Form form) {}

  /**
   * What a mismatch of one of the kinds needs. It stands on the mismatch.
   *
   * @param form SQL where there is a table to change, else an ops task
   */
  record MismatchRow(
      Set<MismatchKind> kinds, Predicate<Case> when, Suggestion suggestion, Form form) {}

  static final List<ParcelRow> PARCEL =
      List.of(
          new ParcelRow(
              c -> c.is(UNKNOWN) && c.has(SHOWN_AS_FAILED) && c.hasEffectiveOutbound(),
              ASK_STORE,
              CALL),
          new ParcelRow(Case::isToBeReverted, REVERT_OUTBOUND, SQL),
          new ParcelRow(
              c -> c.isToBeReverted() && !c.isEventProvablyMissing(), SEND_REVERSAL, REPLAY),
          new ParcelRow(
              c -> c.isToBeReverted() && c.isPayoutAheadOrUnknown(), HOLD_PAYOUT, FINANCE_TASK),
          new ParcelRow(
              c -> c.is(HANDED_OVER) && c.has(SHOWN_AS_FAILED) && !c.hasMoney(),
              INFORM_STORE,
              NOTE),
          new ParcelRow(
              c -> c.is(HANDED_OVER_LATER) || c.has(SHOWN_AS_FAILED) && !c.hasEffectiveOutbound(),
              CLOSE_HEALED,
              NOTE),
          new ParcelRow(c -> c.is(LOST), CLAIM_LOST, OPS_TASK));

  static final List<MismatchRow> MISMATCH =
      List.of(
          new MismatchRow(
              Set.of(UNCOLLECTED),
              c -> !c.is(ON_SHELF) && (!c.has(SHOWN_AS_FAILED) || c.is(HANDED_OVER)),
              CHECK_COLLECTION,
              FINANCE_TASK),
          always(Set.of(SHORT_PAID), COLLECT_DIFFERENCE, FINANCE_TASK),
          always(Set.of(OVER_PAID, PAID_TWICE, PAID_ON_PREPAID), REFUND_BUYER, FINANCE_TASK),
          always(Set.of(OVER_REFUNDED), CHECK_COLLECTION, FINANCE_TASK),
          new MismatchRow(
              Set.of(PAID_NOT_HANDED_OUT),
              c -> !c.isCompletionConfirmed() && !c.isMoneyContradicted(),
              ASK_STORE,
              CALL),
          new MismatchRow(
              Set.of(PAID_NOT_HANDED_OUT), Case::isCompletionConfirmed, COMPLETE_OUTBOUND, SQL),
          new MismatchRow(
              Set.of(PAID_NOT_HANDED_OUT), Case::isMoneyContradicted, INVESTIGATE, OPS_TASK),
          new MismatchRow(Set.of(EVENT_MISSING), c -> !c.isToBeReverted(), REPLAY_EVENT, REPLAY),
          always(Set.of(REVERSAL_NOT_TOLD), SEND_REVERSAL, REPLAY),
          always(Set.of(EVENT_NOT_CONSUMED), RESUME_CONSUMER, OPS_TASK),
          always(
              Set.of(EVENT_WITHOUT_OUTBOUND, EVENT_CONFLICTS, TWO_PICKUPS, CURRENCY_DIFFERS, STUCK),
              INVESTIGATE,
              OPS_TASK));

  private DatafixTable() {}

  private static MismatchRow always(Set<MismatchKind> kinds, Suggestion suggestion, Form form) {
    return new MismatchRow(kinds, any -> true, suggestion, form);
  }
}
