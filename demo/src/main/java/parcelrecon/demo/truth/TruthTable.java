package parcelrecon.demo.truth;

import static parcelrecon.demo.story.Story.*;
import static parcelrecon.demo.truth.Kind.CURRENCY_DIFFERS;
import static parcelrecon.demo.truth.Kind.EVENT_CONFLICTS;
import static parcelrecon.demo.truth.Kind.OVER_REFUNDED;
import static parcelrecon.demo.truth.Kind.PAID_NOT_HANDED_OUT;
import static parcelrecon.demo.truth.Kind.SEEN_AFTER_HANDOVER;
import static parcelrecon.demo.truth.Kind.SHOWN_AS_FAILED;
import static parcelrecon.demo.truth.Kind.SHOWN_THEN_OK;
import static parcelrecon.demo.truth.Kind.TRIED_AGAIN;
import static parcelrecon.demo.truth.Kind.TWO_PICKUPS;
import static parcelrecon.demo.truth.Remedy.ASK_STORE;
import static parcelrecon.demo.truth.Remedy.CHECK_COLLECTION;
import static parcelrecon.demo.truth.Remedy.CLAIM_LOST;
import static parcelrecon.demo.truth.Remedy.CLOSE_HEALED;
import static parcelrecon.demo.truth.Remedy.COLLECT_DIFFERENCE;
import static parcelrecon.demo.truth.Remedy.COMPLETE_OUTBOUND;
import static parcelrecon.demo.truth.Remedy.INFORM_STORE;
import static parcelrecon.demo.truth.Remedy.INVESTIGATE;
import static parcelrecon.demo.truth.Remedy.REFUND_BUYER;
import static parcelrecon.demo.truth.Remedy.REVERT_OUTBOUND;
import static parcelrecon.demo.truth.Remedy.WAIT;
import static parcelrecon.demo.truth.Row.DUE;
import static parcelrecon.demo.truth.Row.NOTHING;
import static parcelrecon.demo.truth.Row.OVER;
import static parcelrecon.demo.truth.Row.SHORT;
import static parcelrecon.demo.truth.Whereabouts.HANDED_OVER;
import static parcelrecon.demo.truth.Whereabouts.HANDED_OVER_LATER;
import static parcelrecon.demo.truth.Whereabouts.LOST;
import static parcelrecon.demo.truth.Whereabouts.NONE;
import static parcelrecon.demo.truth.Whereabouts.ON_SHELF;
import static parcelrecon.demo.truth.Whereabouts.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import parcelrecon.demo.story.Parcel;
import parcelrecon.demo.story.Slips;
import parcelrecon.demo.story.Story;
import parcelrecon.demo.truth.Row.Sending;

/**
 * What must be told of each story, written by hand. Events, payouts and edges are circumstances:
 * {@link Circumstances} adds what they bring.
 */
final class TruthTable {

  private static final ToLongFunction<Parcel> ALL_BUT_A_LITTLE =
      parcel -> parcel.dueMinor() - Slips.SHORT;
  private static final ToLongFunction<Parcel> A_LITTLE_MORE =
      parcel -> parcel.dueMinor() + Slips.OVER;
  private static final ToLongFunction<Parcel> TWICE = parcel -> 2 * parcel.dueMinor();
  private static final ToLongFunction<Parcel> TOO_MUCH_GIVEN = parcel -> -Slips.OVER;
  private static final ToLongFunction<Parcel> SMALL_RECEIPT =
      parcel -> parcel.receipt().totalMinor() - Slips.SHORT;

  private final Map<Story, Row> rows = new EnumMap<>(Story.class);

  TruthTable() {
    shownAndUnpaid();
    shownAndPaid();
    shownAndFoundAgain();
    shownAndTakenBack();
    shownWithSlips();
    everydayAndFine();
    everydayMoney();
    everydayReceipts();
    everydayGoods();
    everydayEvents();
    everydayUnreadable();
    notCompleted();
  }

  Row of(Story story) {
    return rows.get(story);
  }

  private void shownAndUnpaid() {
    shown(SENT_AWAY_UNPAID)
        .neverPaid()
        .found(UNKNOWN, ASK_STORE)
        .answered(ON_SHELF, REVERT_OUTBOUND);
    shown(TOOK_IT_UNPAID)
        .neverPaid()
        .found(UNKNOWN, ASK_STORE)
        .answered(HANDED_OVER, CHECK_COLLECTION);
    shown(SENT_AWAY_THEN_LOST).neverPaid().found(UNKNOWN, ASK_STORE).answered(LOST, CLAIM_LOST);
    shown(SENT_AWAY_NOTHING_DUE).found(UNKNOWN, ASK_STORE).answered(ON_SHELF, REVERT_OUTBOUND);
    shown(PREPAID_SENT_AWAY).found(UNKNOWN, ASK_STORE).answered(ON_SHELF, REVERT_OUTBOUND);
    shown(PREPAID_HANDED_OVER).found(UNKNOWN, ASK_STORE).answered(HANDED_OVER, INFORM_STORE);
    shown(PREPAID_LOST).found(UNKNOWN, ASK_STORE).answered(LOST, CLAIM_LOST);
  }

  private void shownAndPaid() {
    story(FAILED_FIRST_FINE_ON_RETRY).tells(SHOWN_THEN_OK).paid(DUE).found(HANDED_OVER);
    shown(PAID_ALL_THE_SAME).paid(DUE).found(HANDED_OVER, INFORM_STORE);
    shown(CAME_BACK_SAME_EVENING).paid(DUE).found(HANDED_OVER, INFORM_STORE);
    shown(PREPAID_CAME_BACK_SAME_EVENING).found(HANDED_OVER, INFORM_STORE);
    shown(PAID_WITHIN_THE_HOUR).paid(DUE).found(HANDED_OVER_LATER, CLOSE_HEALED);
    shown(PAID_NEXT_DAY).tells(Kind.PAID_LATE).paid(DUE).found(HANDED_OVER_LATER, CLOSE_HEALED);
  }

  private void shownAndFoundAgain() {
    shown(TRIED_AGAIN_REFUSED).tells(TRIED_AGAIN).neverPaid().found(ON_SHELF, REVERT_OUTBOUND);
    shown(PREPAID_TRIED_AGAIN_REFUSED).tells(TRIED_AGAIN).found(ON_SHELF, REVERT_OUTBOUND);
    shown(TRIED_AGAIN_THEN_PAID)
        .tells(TRIED_AGAIN, Kind.PAID_LATE)
        .paid(DUE)
        .found(HANDED_OVER_LATER, CLOSE_HEALED);
    shown(SEEN_AT_STOCK_TAKE)
        .tells(SEEN_AFTER_HANDOVER)
        .neverPaid()
        .found(ON_SHELF, REVERT_OUTBOUND);
    shown(PREPAID_SEEN_AT_STOCK_TAKE).tells(SEEN_AFTER_HANDOVER).found(ON_SHELF, REVERT_OUTBOUND);
    shown(SENT_BACK).tells(SEEN_AFTER_HANDOVER).neverPaid().found(ON_SHELF, REVERT_OUTBOUND);
    shown(SEEN_THEN_PAID)
        .tells(SEEN_AFTER_HANDOVER, Kind.PAID_LATE)
        .paid(DUE)
        .found(HANDED_OVER_LATER, CLOSE_HEALED);
  }

  private void shownAndTakenBack() {
    shown(TAKEN_BACK_SAME_EVENING).sends(Sending.TAKEN_BACK_UNTOLD).found(UNKNOWN, CLOSE_HEALED);
    shown(TAKEN_BACK_NEXT_DAY).sends(Sending.TAKEN_BACK_AND_TOLD).found(UNKNOWN, CLOSE_HEALED);
    shown(PICKED_UP_PROPERLY_NEXT_DAY)
        .sends(Sending.PICKED_UP_LATER)
        .paid(DUE)
        .found(HANDED_OVER, INFORM_STORE);
    shown(PICKED_UP_PROPERLY_THIS_MORNING)
        .sends(Sending.PICKED_UP_LATER)
        .notDueYet()
        .found(UNKNOWN, ASK_STORE, WAIT);
  }

  private void shownWithSlips() {
    shown(CARD_STILL_PENDING)
        .notDueYet()
        .found(UNKNOWN, ASK_STORE, WAIT)
        .answered(HANDED_OVER, WAIT);
    shown(SHOWN_AND_SHORT_PAID)
        .paid(ALL_BUT_A_LITTLE)
        .collect(Kind.SHORT_PAID, SHORT)
        .found(UNKNOWN, ASK_STORE, COLLECT_DIFFERENCE)
        .answered(HANDED_OVER, COLLECT_DIFFERENCE);
    shown(SHOWN_AND_OVER_PAID)
        .paid(A_LITTLE_MORE)
        .refund(Kind.OVER_PAID, OVER)
        .found(HANDED_OVER, REFUND_BUYER);
    shown(SHOWN_AND_PAID_TWICE)
        .paid(TWICE)
        .refund(Kind.PAID_TWICE, DUE)
        .found(HANDED_OVER, REFUND_BUYER);
    shown(SHOWN_AND_GIVEN_BACK)
        .uncollected("GIVEN_BACK", DUE)
        .found(UNKNOWN, ASK_STORE)
        .answered(ON_SHELF, REVERT_OUTBOUND);
    shown(SHOWN_AND_PAYMENT_UNREADABLE)
        .illegible()
        .neverPaid()
        .found(UNKNOWN, ASK_STORE)
        .answered(HANDED_OVER, INVESTIGATE);
  }

  private void everydayAndFine() {
    story(ORDINARY_PAID).paid(DUE).found(HANDED_OVER);
    story(ORDINARY_PREPAID).found(HANDED_OVER);
    story(WRONG_CODE_FIRST).tells(SHOWN_THEN_OK).found(HANDED_OVER);
    story(CARD_DECLINED_FIRST).paid(DUE).found(HANDED_OVER);
    story(VOIDED_THEN_PAID).paid(DUE).found(HANDED_OVER);
    story(Story.PAID_LATE).tells(Kind.PAID_LATE).paid(DUE).found(HANDED_OVER);
    story(HANDHELD_PAID).paid(DUE).found(HANDED_OVER);
    story(HANDHELD_PAID_LATER)
        .tells(Kind.PAID_LATE)
        .paid(DUE)
        .found(HANDED_OVER_LATER, CLOSE_HEALED);
    story(HANDHELD_PREPAID).found(UNKNOWN);
    rows.put(PICKED_UP_BEFORE_PAID_INSIDE, Row.untouched());
    rows.put(PICKED_UP_DAYS_BEFORE_PAID_INSIDE, Row.untouched());
  }

  private void everydayMoney() {
    story(VOIDED_ONLY).neverPaid().found(HANDED_OVER, CHECK_COLLECTION);
    story(NEVER_PAID).neverPaid().found(HANDED_OVER, CHECK_COLLECTION);
    story(Story.SHORT_PAID)
        .paid(ALL_BUT_A_LITTLE)
        .collect(Kind.SHORT_PAID, SHORT)
        .found(HANDED_OVER, COLLECT_DIFFERENCE);
    story(Story.OVER_PAID)
        .paid(A_LITTLE_MORE)
        .refund(Kind.OVER_PAID, OVER)
        .found(HANDED_OVER, REFUND_BUYER);
    story(Story.PAID_TWICE)
        .paid(TWICE)
        .refund(Kind.PAID_TWICE, DUE)
        .found(HANDED_OVER, REFUND_BUYER);
    story(REFUNDED).uncollected("GIVEN_BACK", DUE).found(HANDED_OVER, CHECK_COLLECTION);
    story(REFUNDED_MORE_THAN_TAKEN)
        .paid(TOO_MUCH_GIVEN)
        .uncollected("GIVEN_BACK", A_LITTLE_MORE)
        .found(HANDED_OVER, CHECK_COLLECTION);
    story(REFUNDED_THOUGH_PREPAID)
        .paid(TOO_MUCH_GIVEN)
        .collect(OVER_REFUNDED, OVER)
        .found(HANDED_OVER, CHECK_COLLECTION);
    story(Story.PAID_ON_PREPAID)
        .paid(parcel -> Slips.WRONGLY_TAKEN)
        .refund(Kind.PAID_ON_PREPAID, parcel -> Slips.WRONGLY_TAKEN)
        .found(HANDED_OVER, REFUND_BUYER);
    story(CURRENCY_SLIP).tells(CURRENCY_DIFFERS).paid(NOTHING).found(HANDED_OVER, INVESTIGATE);
  }

  private void everydayReceipts() {
    story(ONE_RECEIPT_FOR_THREE).paid(parcel -> parcel.receipt().totalMinor()).found(HANDED_OVER);
    story(ON_ANOTHERS_RECEIPT).found(HANDED_OVER);
    story(ONE_RECEIPT_TOO_SMALL)
        .paid(SMALL_RECEIPT)
        .refund(Kind.OVER_PAID, parcel -> SMALL_RECEIPT.applyAsLong(parcel) - parcel.dueMinor())
        .found(HANDED_OVER, REFUND_BUYER);
    story(ON_ANOTHERS_SMALL_RECEIPT).neverPaid().found(HANDED_OVER, CHECK_COLLECTION);
  }

  private void everydayGoods() {
    story(SWAPPED).tells(SEEN_AFTER_HANDOVER).paid(DUE).found(ON_SHELF, REVERT_OUTBOUND);
    story(PICKED_UP_TWICE).tells(TWO_PICKUPS).paid(DUE).found(HANDED_OVER, INVESTIGATE);
    story(PICKED_UP_TWICE_FIRST_BEFORE)
        .tells(TWO_PICKUPS)
        .sends(Sending.TOLD_BEFORE)
        .found(HANDED_OVER, INVESTIGATE);
    story(TAKEN_BACK_AND_TOLD).sends(Sending.TAKEN_BACK_AND_TOLD).found(HANDED_OVER);
    story(TAKEN_BACK_UNTOLD).sends(Sending.TAKEN_BACK_UNTOLD).found(HANDED_OVER);
    story(TAKEN_BACK_MONEY_KEPT)
        .sends(Sending.TAKEN_BACK_UNTOLD)
        .paid(DUE)
        .refund(PAID_NOT_HANDED_OUT, DUE)
        .found(HANDED_OVER, ASK_STORE)
        .answered(ON_SHELF, INVESTIGATE);
    story(TAKEN_BACK_TOO_MUCH_GIVEN)
        .sends(Sending.TAKEN_BACK_UNTOLD)
        .paid(TOO_MUCH_GIVEN)
        .collect(OVER_REFUNDED, OVER)
        .found(HANDED_OVER, CHECK_COLLECTION);
  }

  private void everydayEvents() {
    story(EVENT_OF_WRONG_STORE).tells(EVENT_CONFLICTS).found(HANDED_OVER, INVESTIGATE);
    story(EVENT_OF_WRONG_AMOUNT).tells(EVENT_CONFLICTS).paid(DUE).found(HANDED_OVER, INVESTIGATE);
  }

  private void everydayUnreadable() {
    story(EVENT_UNREADABLE).illegible().sends(Sending.UNREADABLE).found(HANDED_OVER);
    story(PAYMENT_UNREADABLE).illegible().neverPaid().found(HANDED_OVER, INVESTIGATE);
    story(REFUND_UNREADABLE).illegible().paid(DUE).found(HANDED_OVER);
    story(CALL_UNREADABLE).illegible().paid(DUE).found(HANDED_OVER);
  }

  private void notCompleted() {
    bare(Story.STUCK).tells(Kind.STUCK).found(NONE, INVESTIGATE);
    bare(STUCK_BUT_PAID)
        .tells(Kind.STUCK)
        .paid(DUE)
        .refund(PAID_NOT_HANDED_OUT, DUE)
        .found(NONE, ASK_STORE, INVESTIGATE)
        .answered(NONE, COMPLETE_OUTBOUND, INVESTIGATE);
    bare(FAILED_BUT_PAID)
        .paid(DUE)
        .refund(PAID_NOT_HANDED_OUT, DUE)
        .found(NONE, ASK_STORE)
        .answered(NONE, COMPLETE_OUTBOUND);
    bare(FAILED_ONLY).found(NONE);
    bare(PAID_WITHOUT_OUTBOUND)
        .unrecorded()
        .paid(DUE)
        .refund(PAID_NOT_HANDED_OUT, DUE)
        .found(NONE, ASK_STORE)
        .answered(NONE, INVESTIGATE);
    bare(Story.EVENT_WITHOUT_OUTBOUND)
        .tells(Kind.EVENT_WITHOUT_OUTBOUND)
        .sends(Sending.EVENT_ALONE)
        .found(NONE, INVESTIGATE);
  }

  private Row story(Story story) {
    Row row = new Row();
    rows.put(story, row);
    return row;
  }

  private Row shown(Story story) {
    return story(story).tells(SHOWN_AS_FAILED);
  }

  private Row bare(Story story) {
    return story(story).sends(Sending.NOTHING);
  }
}
