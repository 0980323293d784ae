package parcelrecon.datafix;

import static parcelrecon.datafix.Confirmation.ABSENCE;
import static parcelrecon.datafix.Confirmation.ANSWER;
import static parcelrecon.datafix.Confirmation.COUNTER_SAID_OK;
import static parcelrecon.datafix.Confirmation.OFFSETS;
import static parcelrecon.datafix.Confirmation.PAYMENT;
import static parcelrecon.datafix.Confirmation.RECORDS;
import static parcelrecon.datafix.Confirmation.SEEN_AFTER_HANDOVER;
import static parcelrecon.datafix.Confirmation.TAKEN_BACK;
import static parcelrecon.datafix.Confirmation.TRIED_AGAIN;
import static parcelrecon.datafix.Confirmation.UNPROVEN;
import static parcelrecon.datafix.Datafix.Form.CALL;
import static parcelrecon.datafix.Datafix.Form.FINANCE_TASK;
import static parcelrecon.datafix.Datafix.Form.NOTE;
import static parcelrecon.datafix.Datafix.Form.OPS_TASK;
import static parcelrecon.datafix.Datafix.Form.REPLAY;
import static parcelrecon.datafix.Datafix.Form.SQL;
import static parcelrecon.datafix.Owner.BPM;
import static parcelrecon.datafix.Owner.DBA;
import static parcelrecon.datafix.Owner.FINANCE;
import static parcelrecon.datafix.Owner.OPS;
import static parcelrecon.datafix.Precondition.AMOUNT_DUE_RIGHT;
import static parcelrecon.datafix.Precondition.CAUSE_GONE;
import static parcelrecon.datafix.Precondition.HANDED_OVER_AND_PAID;
import static parcelrecon.datafix.Precondition.NOTHING;
import static parcelrecon.datafix.Precondition.NOT_PAID_OTHERWISE;
import static parcelrecon.datafix.Precondition.NOT_REFUNDED_OTHERWISE;
import static parcelrecon.datafix.Precondition.PARCEL_KEPT;
import static parcelrecon.datafix.Precondition.PAYOUT_NOT_MADE;
import static parcelrecon.datafix.Precondition.PICKUP_PUT_BACK;
import static parcelrecon.datafix.Precondition.PICKUP_STILL_TAKEN_BACK;
import static parcelrecon.datafix.Precondition.RECEIVERS_SKIP_KNOWN;
import static parcelrecon.datafix.Precondition.REFUND_LEFT;
import static parcelrecon.datafix.Precondition.STORE_SEARCHED;
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
import static parcelrecon.datafix.Suggestion.WAIT;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parcelrecon.datafix.Datafix.Form;
import parcelrecon.datafix.Decision.Act;
import parcelrecon.datafix.Decision.Condition;
import parcelrecon.rule.MismatchKind;

/**
 * What would put a parcel right, row by row: when, what is suggested and in which form, who does
 * it, what is confirmed first, and what it rests on. docs/rules.md 6 shows the same rows.
 */
final class DatafixTable {

  /** What a parcel as a whole needs. It stands on the row that says most about it. */
  static final List<Decision> PARCEL =
      List.of(
          row(
              parcel(
                  "UNKNOWN and SHOWN_AS_FAILED, with an effective outbound",
                  c -> c.is(UNKNOWN) && c.has(SHOWN_AS_FAILED) && c.hasEffectiveOutbound()),
              act(ASK_STORE, CALL, BPM),
              NOTHING,
              RECORDS),
          row(
              parcel("ON_SHELF, with an effective outbound", Case::isToBeReverted),
              act(REVERT_OUTBOUND, SQL, DBA),
              PARCEL_KEPT,
              ANSWER,
              SEEN_AFTER_HANDOVER,
              TRIED_AGAIN),
          row(
              parcel(
                  "… and an event exists, or is not provably missing",
                  c -> c.isToBeReverted() && !c.isEventProvablyMissing()),
              act(SEND_REVERSAL, REPLAY, OPS),
              PICKUP_PUT_BACK,
              ANSWER,
              SEEN_AFTER_HANDOVER,
              TRIED_AGAIN),
          row(
              parcel(
                  "… and payoutAt is later than as-of, or unknown",
                  c -> c.isToBeReverted() && c.isPayoutAheadOrUnknown()),
              act(HOLD_PAYOUT, FINANCE_TASK, FINANCE),
              PAYOUT_NOT_MADE,
              ANSWER,
              SEEN_AFTER_HANDOVER,
              TRIED_AGAIN),
          row(
              parcel(
                  "HANDED_OVER, SHOWN_AS_FAILED, no MONEY",
                  c -> c.is(HANDED_OVER) && c.has(SHOWN_AS_FAILED) && !c.hasMoney()),
              act(INFORM_STORE, NOTE, BPM),
              NOTHING,
              ANSWER,
              COUNTER_SAID_OK,
              PAYMENT),
          row(
              parcel(
                  "HANDED_OVER_LATER; or SHOWN_AS_FAILED and no effective outbound any more",
                  c ->
                      c.is(HANDED_OVER_LATER)
                          || c.has(SHOWN_AS_FAILED) && !c.hasEffectiveOutbound()),
              act(CLOSE_HEALED, NOTE, BPM),
              NOTHING,
              PAYMENT,
              TAKEN_BACK),
          row(
              parcel("LOST", c -> c.is(LOST)),
              act(CLAIM_LOST, OPS_TASK, OPS),
              STORE_SEARCHED,
              ANSWER));

  /** What a mismatch of one of the kinds needs. It stands on the mismatch. */
  static final List<Decision> MISMATCH =
      List.of(
          row(
              on(
                  "UNCOLLECTED, not ON_SHELF, and (no SHOWN_AS_FAILED, or HANDED_OVER)",
                  Set.of(UNCOLLECTED),
                  c -> !c.is(ON_SHELF) && (!c.has(SHOWN_AS_FAILED) || c.is(HANDED_OVER))),
              act(CHECK_COLLECTION, FINANCE_TASK, FINANCE),
              NOT_PAID_OTHERWISE,
              ANSWER,
              ABSENCE),
          row(
              on(SHORT_PAID),
              act(COLLECT_DIFFERENCE, FINANCE_TASK, FINANCE),
              AMOUNT_DUE_RIGHT,
              PAYMENT,
              ABSENCE),
          row(
              on(OVER_PAID, PAID_TWICE, PAID_ON_PREPAID),
              act(REFUND_BUYER, FINANCE_TASK, FINANCE),
              NOT_REFUNDED_OTHERWISE,
              PAYMENT,
              ABSENCE),
          row(
              on(OVER_REFUNDED),
              act(CHECK_COLLECTION, FINANCE_TASK, FINANCE),
              REFUND_LEFT,
              RECORDS,
              ABSENCE),
          row(
              on(
                  "PAID_NOT_HANDED_OUT, before an answer that decides it",
                  Set.of(PAID_NOT_HANDED_OUT),
                  c -> !c.isCompletionConfirmed() && !c.isMoneyContradicted()),
              act(ASK_STORE, CALL, BPM),
              NOTHING,
              PAYMENT,
              ABSENCE),
          row(
              on(
                  "… after HANDED_PAID, with exactly one PENDING, FAILED or REVERSED outbound",
                  Set.of(PAID_NOT_HANDED_OUT),
                  Case::isCompletionConfirmed),
              act(COMPLETE_OUTBOUND, SQL, DBA),
              HANDED_OVER_AND_PAID,
              ANSWER,
              PAYMENT),
          row(
              on(
                  "… after ON_SHELF or HANDED_UNPAID",
                  Set.of(PAID_NOT_HANDED_OUT),
                  Case::isMoneyContradicted),
              act(INVESTIGATE, FINANCE_TASK, FINANCE),
              NOTHING,
              ANSWER,
              PAYMENT),
          row(
              on(
                  "EVENT_MISSING, nothing to be reverted",
                  Set.of(EVENT_MISSING),
                  c -> !c.isToBeReverted()),
              act(REPLAY_EVENT, REPLAY, OPS),
              RECEIVERS_SKIP_KNOWN,
              ABSENCE),
          row(
              on(REVERSAL_NOT_TOLD),
              act(SEND_REVERSAL, REPLAY, OPS),
              PICKUP_STILL_TAKEN_BACK,
              TAKEN_BACK,
              ABSENCE),
          row(on(EVENT_NOT_CONSUMED), act(RESUME_CONSUMER, OPS_TASK, OPS), CAUSE_GONE, OFFSETS),
          row(
              on(EVENT_WITHOUT_OUTBOUND, EVENT_CONFLICTS, TWO_PICKUPS, STUCK),
              act(INVESTIGATE, OPS_TASK, OPS),
              NOTHING,
              RECORDS),
          row(on(CURRENCY_DIFFERS), act(INVESTIGATE, FINANCE_TASK, FINANCE), NOTHING, RECORDS));

  /** In place of whatever a mismatch that is not due would need. */
  static final Decision NOT_DUE =
      row(
          on(
              "UNCOLLECTED or SHORT_PAID that is NOT_DUE, in place of a money task",
              Set.of(UNCOLLECTED, SHORT_PAID),
              any -> true),
          act(WAIT, NOTE, FINANCE),
          NOTHING,
          UNPROVEN);

  /**
   * In place of a money task or a replay whose mismatch is not verified: it is looked into before
   * money moves or an event is sent again.
   */
  static final List<Decision> UNVERIFIED =
      List.of(
          row(
              on(
                  "UNCOLLECTED, SHORT_PAID, OVER_PAID, PAID_TWICE, PAID_ON_PREPAID or OVER_REFUNDED"
                      + " that is UNVERIFIED, in place of a money task",
                  Set.of(
                      UNCOLLECTED,
                      SHORT_PAID,
                      OVER_PAID,
                      PAID_TWICE,
                      PAID_ON_PREPAID,
                      OVER_REFUNDED),
                  any -> true),
              act(INVESTIGATE, FINANCE_TASK, FINANCE),
              NOTHING,
              UNPROVEN),
          row(
              on(
                  "EVENT_MISSING or REVERSAL_NOT_TOLD that is UNVERIFIED, in place of a replay",
                  Set.of(EVENT_MISSING, REVERSAL_NOT_TOLD),
                  any -> true),
              act(INVESTIGATE, OPS_TASK, OPS),
              NOTHING,
              UNPROVEN));

  private DatafixTable() {}

  /** All rows, those first that are told of a mismatch by its kind. */
  static List<Decision> rows() {
    return Stream.of(PARCEL, MISMATCH, UNVERIFIED, List.of(NOT_DUE)).flatMap(List::stream).toList();
  }

  /** The row in place of another, where a mismatch is not verified. */
  static Decision unverified(MismatchKind kind) {
    return UNVERIFIED.stream().filter(row -> row.isOn(kind)).findFirst().orElseThrow();
  }

  /** The row that gave a suggestion. */
  static Decision of(Datafix datafix) {
    Stream<Decision> ofKind =
        Stream.of(MISMATCH, UNVERIFIED, List.of(NOT_DUE))
            .flatMap(List::stream)
            .filter(row -> row.isOn(datafix.standsOn()));
    return Stream.concat(ofKind, PARCEL.stream())
        .filter(row -> row.act().suggestion() == datafix.suggestion())
        .findFirst()
        .orElseThrow();
  }

  private static Decision row(
      Condition condition, Act act, Precondition precondition, Confirmation... confirmedBy) {
    return new Decision(condition, act, precondition, List.of(confirmedBy));
  }

  private static Condition parcel(String when, Predicate<Case> fits) {
    return new Condition(when, Set.of(), fits);
  }

  private static Condition on(String when, Set<MismatchKind> kinds, Predicate<Case> fits) {
    return new Condition(when, kinds, fits);
  }

  private static Condition on(MismatchKind... kinds) {
    String when = Stream.of(kinds).map(MismatchKind::name).collect(Collectors.joining(", "));
    return new Condition(when, Set.of(kinds), any -> true);
  }

  private static Act act(Suggestion suggestion, Form form, Owner owner) {
    return new Act(suggestion, form, owner);
  }
}
