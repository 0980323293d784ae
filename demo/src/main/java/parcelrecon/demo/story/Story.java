package parcelrecon.demo.story;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static parcelrecon.demo.story.Cast.companion;
import static parcelrecon.demo.story.Cast.everyday;
import static parcelrecon.demo.story.Cast.notCompleted;
import static parcelrecon.demo.story.Cast.retried;
import static parcelrecon.demo.story.Cast.shown;
import static parcelrecon.demo.story.Scene.CURRENCY;
import static parcelrecon.demo.story.Scene.SENT_BACK_EVENT;
import static parcelrecon.demo.story.Scene.STOCK_TAKE_EVENT;
import static parcelrecon.demo.story.StoreReply.HANDED_PAID;
import static parcelrecon.demo.story.StoreReply.HANDED_UNPAID;
import static parcelrecon.demo.story.StoreReply.NOT_FOUND;
import static parcelrecon.demo.story.StoreReply.ON_SHELF;
import static parcelrecon.demo.story.Term.COD;
import static parcelrecon.demo.story.Term.PREPAID;

import java.util.function.Consumer;
import parcelrecon.demo.story.Cast.Moment;
import parcelrecon.demo.story.Written.Direction;
import parcelrecon.demo.story.Written.PickUpState;
import parcelrecon.demo.story.Written.Print;
import parcelrecon.demo.story.Written.TillState;

/** What physically happened to a parcel: to whom it happens, and how. */
public enum Story {

  // Shown as failed: the counter's screen showed an error, the pick-up was completed behind it.

  SENT_AWAY_UNPAID(shown(COD, Cast.REST).mostly(ON_SHELF), Scene::pickUpShownAsFailed),
  TOOK_IT_UNPAID(shown(COD, 42).all(HANDED_UNPAID), Scene::pickUpShownAsFailed),
  SENT_AWAY_THEN_LOST(shown(COD, 14).all(NOT_FOUND), Scene::pickUpShownAsFailed),
  /** A coupon covers it all: cash on delivery with nothing to pay. */
  SENT_AWAY_NOTHING_DUE(shown(COD, 5).all(ON_SHELF), Scene::pickUpShownAsFailed),
  /** Staff ignored the error. */
  PAID_ALL_THE_SAME(
      shown(COD, 290),
      s -> s.pickUpShownAsFailed().later(ofSeconds(20), ofMinutes(5)).pays(s.due())),
  PAID_WITHIN_THE_HOUR(
      shown(COD, 25),
      s -> s.pickUpShownAsFailed().later(ofMinutes(20), ofMinutes(50)).pays(s.due())),
  PAID_NEXT_DAY(shown(COD, 120), s -> s.pickUpShownAsFailed().nextDay().pays(s.due())),
  PREPAID_SENT_AWAY(shown(PREPAID, Cast.REST).mostly(ON_SHELF), Scene::pickUpShownAsFailed),
  PREPAID_HANDED_OVER(shown(PREPAID, 330).mostly(HANDED_PAID), Scene::pickUpShownAsFailed),
  PREPAID_LOST(shown(PREPAID, 6).all(NOT_FOUND), Scene::pickUpShownAsFailed),
  TRIED_AGAIN_REFUSED(shown(COD, 90), s -> s.pickUpShownAsFailed().nextDay().refused()),
  PREPAID_TRIED_AGAIN_REFUSED(shown(PREPAID, 50), s -> s.pickUpShownAsFailed().nextDay().refused()),
  /** Refused next day, then the staff took the money and handed it over anyway. */
  TRIED_AGAIN_THEN_PAID(
      shown(COD, 15),
      s ->
          s.pickUpShownAsFailed()
              .nextDay()
              .refused()
              .later(ofMinutes(1), ofMinutes(6))
              .pays(s.due())),
  CAME_BACK_SAME_EVENING(
      shown(COD, 20).at(Moment.EARLY),
      s ->
          s.pickUpShownAsFailed()
              .later(ofMinutes(16), ofMinutes(28))
              .callsAgain()
              .presently()
              .pays(s.due())),
  PREPAID_CAME_BACK_SAME_EVENING(
      shown(PREPAID, 12).at(Moment.EARLY),
      s -> s.pickUpShownAsFailed().later(ofMinutes(16), ofMinutes(28)).callsAgain()),
  SEEN_AT_STOCK_TAKE(
      shown(COD, 35),
      s -> s.pickUpShownAsFailed().between(1, "02:00:00", "04:30:00").seen(STOCK_TAKE_EVENT)),
  PREPAID_SEEN_AT_STOCK_TAKE(
      shown(PREPAID, 18),
      s -> s.pickUpShownAsFailed().between(1, "02:00:00", "04:30:00").seen(STOCK_TAKE_EVENT)),
  /** Nobody came back for it; it left for its sender. */
  SENT_BACK(
      shown(COD, 7),
      s -> s.pickUpShownAsFailed().between(2, "13:00:00", "17:00:00").seen(SENT_BACK_EVENT)),
  SEEN_THEN_PAID(
      shown(COD, 9),
      s ->
          s.pickUpShownAsFailed()
              .between(0, "23:00:00", "23:50:00")
              .seen(STOCK_TAKE_EVENT)
              .nextDay()
              .pays(s.due())),
  /** The store undid it by hand; nobody told the systems downstream. */
  TAKEN_BACK_SAME_EVENING(
      shown(COD, 16), s -> s.pickUpShownAsFailed().later(ofMinutes(5), ofMinutes(25)).takenBack()),
  TAKEN_BACK_NEXT_DAY(
      shown(PREPAID, 8),
      s -> s.pickUpShownAsFailed().between(1, "08:00:00", "09:00:00").takenBackAndTold()),
  PICKED_UP_PROPERLY_NEXT_DAY(
      shown(COD, 12),
      s ->
          s.pickUpShownAsFailed()
              .between(1, "08:00:00", "09:00:00")
              .takenBackAndTold()
              .nextDay()
              .pickedUpAgain()
              .presently()
              .pays(s.due())),
  /** So late that its payment is not settled yet. */
  PICKED_UP_PROPERLY_THIS_MORNING(
      shown(COD, 4),
      s ->
          s.pickUpShownAsFailed()
              .between(1, "08:00:00", "09:00:00")
              .takenBackAndTold()
              .between(3, "10:15:00", "10:50:00")
              .pickedUpAgain()),
  CARD_STILL_PENDING(
      shown(COD, 6).all(HANDED_PAID),
      s ->
          s.pickUpShownAsFailed()
              .presently()
              .till(Direction.TAKEN, TillState.PENDING, s.due(), CURRENCY)),
  SHOWN_AND_SHORT_PAID(
      shown(COD, 6).all(HANDED_PAID),
      s -> s.pickUpShownAsFailed().presently().pays(s.due() - Slips.SHORT)),
  SHOWN_AND_OVER_PAID(
      shown(COD, 4), s -> s.pickUpShownAsFailed().presently().pays(s.due() + Slips.OVER)),
  SHOWN_AND_PAID_TWICE(
      shown(COD, 5),
      s -> s.pickUpShownAsFailed().presently().pays(s.due()).presently().pays(s.due())),
  /** Paid, then the error showed: the store gave the money back and kept the parcel. */
  SHOWN_AND_GIVEN_BACK(
      shown(COD, 9).all(ON_SHELF),
      s -> s.pickUpShownAsFailed().presently().pays(s.due()).presently().getsBack(s.due())),
  SHOWN_AND_PAYMENT_UNREADABLE(
      shown(COD, 3).all(HANDED_PAID),
      s -> s.pickUpShownAsFailed().presently().smudgedTillLine(Direction.TAKEN)),
  /** The counter tried again within minutes, and all was well. */
  FAILED_FIRST_FINE_ON_RETRY(
      retried(240),
      s -> {
        s.pickUpShownAsFailed().later(ofSeconds(30), ofMinutes(9)).callsAgain().presently();
        if (s.term() == COD) {
          s.pays(s.due());
        }
      }),

  // Everyday: the screen was right.

  ORDINARY_PAID(everyday(COD, Cast.REST, Cast.REST), s -> s.pickUp().presently().pays(s.due())),
  ORDINARY_PREPAID(everyday(PREPAID, Cast.REST, Cast.REST), Scene::pickUp),
  WRONG_CODE_FIRST(everyday(PREPAID, 30, 200), s -> s.wrongCodeFirst().pickUp()),
  CARD_DECLINED_FIRST(
      everyday(COD, 40, 250),
      s ->
          s.pickUp()
              .presently()
              .till(Direction.TAKEN, TillState.DECLINED, s.due(), CURRENCY)
              .presently()
              .pays(s.due())),
  VOIDED_THEN_PAID(
      everyday(COD, 12, 90),
      s ->
          s.pickUp()
              .presently()
              .till(Direction.TAKEN, TillState.VOIDED, s.due(), CURRENCY)
              .presently()
              .pays(s.due())),
  VOIDED_ONLY(
      everyday(COD, 5, 25),
      s -> s.pickUp().presently().till(Direction.TAKEN, TillState.VOIDED, s.due(), CURRENCY)),
  NEVER_PAID(everyday(COD, 6, 30), Scene::pickUp),
  SHORT_PAID(everyday(COD, 9, 60), s -> s.pickUp().presently().pays(s.due() - Slips.SHORT)),
  OVER_PAID(everyday(COD, 8, 50), s -> s.pickUp().presently().pays(s.due() + Slips.OVER)),
  PAID_TWICE(
      everyday(COD, 7, 45),
      s -> s.pickUp().presently().pays(s.due()).later(ofSeconds(2), ofSeconds(9)).pays(s.due())),
  PAID_LATE(
      everyday(COD, 8, 50), s -> s.pickUp().later(ofMinutes(75), ofMinutes(180)).pays(s.due())),
  REFUNDED(
      everyday(COD, 6, 40),
      s -> s.pickUp().presently().pays(s.due()).presently().getsBack(s.due())),
  REFUNDED_MORE_THAN_TAKEN(
      everyday(COD, 4, 12),
      s -> s.pickUp().presently().pays(s.due()).presently().getsBack(s.due() + Slips.OVER)),
  REFUNDED_THOUGH_PREPAID(
      everyday(PREPAID, 3, 10), s -> s.pickUp().presently().getsBack(Slips.OVER)),
  PAID_ON_PREPAID(everyday(PREPAID, 6, 35), s -> s.pickUp().presently().pays(Slips.WRONGLY_TAKEN)),
  CURRENCY_SLIP(
      everyday(COD, 4, 10),
      s -> s.pickUp().presently().till(Direction.TAKEN, TillState.DONE, s.due(), "CNY")),
  /** The till takes the sum of three on the first. */
  ONE_RECEIPT_FOR_THREE(everyday(COD, 4, 25), s -> s.pickUp().presently().pays(s.receipt())),
  ON_ANOTHERS_RECEIPT(companion(), Scene::pickUp),
  ONE_RECEIPT_TOO_SMALL(
      everyday(COD, 1, 3), s -> s.pickUp().presently().pays(s.receipt() - Slips.SHORT)),
  ON_ANOTHERS_SMALL_RECEIPT(companion(), Scene::pickUp),
  /** The buyer left with another's parcel; this one is found next night. */
  SWAPPED(
      everyday(COD, 4, 20),
      s ->
          s.pickUp()
              .presently()
              .pays(s.due())
              .between(1, "02:00:00", "04:30:00")
              .seen(STOCK_TAKE_EVENT)),
  HANDHELD_PAID(everyday(COD, 12, 80), s -> s.pickUpByHandheld().presently().pays(s.due())),
  HANDHELD_PAID_LATER(
      everyday(COD, 3, 10),
      s -> s.pickUpByHandheld().later(ofMinutes(75), ofMinutes(180)).pays(s.due())),
  HANDHELD_PREPAID(everyday(PREPAID, 8, 60), Scene::pickUpByHandheld),
  TAKEN_BACK_AND_TOLD(
      everyday(COD, 6, 30).at(Moment.EVENT_HELD_BACK),
      s ->
          s.pickUp()
              .presently()
              .pays(s.due())
              .presently()
              .getsBack(s.due())
              .later(ofMinutes(50), ofMinutes(90))
              .takenBackAndTold()),
  TAKEN_BACK_UNTOLD(
      everyday(COD, 5, 20).at(Moment.EVENT_HELD_BACK),
      s -> s.pickUp().presently().pays(s.due()).presently().getsBack(s.due()).takenBack()),
  TAKEN_BACK_MONEY_KEPT(
      everyday(COD, 4, 8).at(Moment.SWITCHED_OFF).all(ON_SHELF),
      s -> s.pickUp().presently().pays(s.due()).presently().takenBack()),
  TAKEN_BACK_TOO_MUCH_GIVEN(
      everyday(COD, 3, 5).at(Moment.SWITCHED_OFF),
      s ->
          s.pickUp()
              .presently()
              .pays(s.due())
              .presently()
              .getsBack(s.due() + Slips.OVER)
              .takenBack()),
  PICKED_UP_TWICE(
      everyday(COD, 6, 10).at(Moment.SWITCHED_OFF),
      s -> s.pickUp().pays(s.due()).presently().pickedUpAgainUntold()),
  /** The first pick-up lies before the outage, its event arrived and was consumed. */
  PICKED_UP_TWICE_FIRST_BEFORE(
      everyday(PREPAID, 3, 0).at(Moment.SWITCHED_OFF), s -> s.pickedUpBefore().pickUp()),
  EVENT_OF_WRONG_STORE(
      everyday(PREPAID, 4, 15).at(Moment.EVENT_HELD_BACK),
      s ->
          s.answeredCall(200)
              .recorded(PickUpState.PICKED_UP)
              .announced("999999", s.due(), Print.CLEAR)),
  EVENT_OF_WRONG_AMOUNT(
      everyday(COD, 4, 15).at(Moment.EVENT_HELD_BACK),
      s ->
          s.answeredCall(200)
              .recorded(PickUpState.PICKED_UP)
              .announced(s.shopId(), s.due() + Slips.OVER, Print.CLEAR)
              .presently()
              .pays(s.due())),
  EVENT_UNREADABLE(
      everyday(PREPAID, 3, 6).at(Moment.EVENT_HELD_BACK),
      s ->
          s.answeredCall(200)
              .recorded(PickUpState.PICKED_UP)
              .announced(s.shopId(), s.due(), Print.SMUDGED)),
  PAYMENT_UNREADABLE(
      everyday(COD, 3, 6), s -> s.pickUp().presently().smudgedTillLine(Direction.TAKEN)),
  REFUND_UNREADABLE(
      everyday(COD, 2, 4),
      s -> s.pickUp().presently().pays(s.due()).presently().smudgedTillLine(Direction.GIVEN_BACK)),
  CALL_UNREADABLE(
      everyday(COD, 2, 4),
      s ->
          s.answeredCall(200, Print.SMUDGED)
              .recorded(PickUpState.PICKED_UP)
              .announced()
              .presently()
              .pays(s.due())),
  /** Nothing is wrong, though its money was taken during the incident. */
  PICKED_UP_BEFORE_PAID_INSIDE(
      everyday(COD, 0, 30).at(Moment.JUST_BEFORE),
      s -> s.pickUp().between(0, "19:34:00", "20:20:00").pays(s.due())),

  // Not among the parcels completed that day.

  PICKED_UP_DAYS_BEFORE_PAID_INSIDE(
      notCompleted(COD, 5, 0), s -> s.pickedUpDaysBefore().presently().pays(s.due())),
  STUCK(notCompleted(null, 9, 30), s -> s.answeredCall(504).recorded(PickUpState.REQUESTED)),
  STUCK_BUT_PAID(
      notCompleted(COD, 4, 8).all(HANDED_PAID),
      s -> s.answeredCall(504).recorded(PickUpState.REQUESTED).presently().pays(s.due())),
  FAILED_BUT_PAID(
      notCompleted(COD, 4, 8).all(HANDED_PAID),
      s -> s.answeredCall(500).recorded(PickUpState.FAILED).presently().pays(s.due())),
  FAILED_ONLY(notCompleted(null, 25, 300), s -> s.answeredCall(422).recorded(PickUpState.FAILED)),
  /** The outbound system forgot it altogether. */
  PAID_WITHOUT_OUTBOUND(
      notCompleted(COD, 5, 10).all(ON_SHELF), s -> s.answeredCall(500).presently().pays(s.due())),
  EVENT_WITHOUT_OUTBOUND(
      notCompleted(PREPAID, 6, 10).at(Moment.EVENT_HELD_BACK),
      s -> s.answeredCall(500).announced());

  private final Cast cast;
  private final Consumer<Scene> script;

  Story(Cast cast, Consumer<Scene> script) {
    this.cast = cast;
    this.script = script;
  }

  Cast cast() {
    return cast;
  }

  Consumer<Scene> script() {
    return script;
  }
}
