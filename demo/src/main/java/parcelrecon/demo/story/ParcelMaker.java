package parcelrecon.demo.story;

import java.time.Instant;
import parcelrecon.demo.story.Cast.Moment;

/** Makes a parcel of a pick-up whose story is known. */
final class ParcelMaker {

  /** A prime: ids look random and are each given once. */
  private static final long IDS = 999_999_937L;

  private static final long STEP = 618_033_989L;

  private ParcelMaker() {}

  static Parcel make(Slot slot) {
    Dice dice = new Dice(slot.luck ^ 0x5DEECE66DL);
    EventFate fate = fate(slot, dice);
    StoreReply reply = slot.story.cast().reply(dice);
    return new Parcel(
        id(slot.ordinal),
        slot.day,
        slot.story,
        slot.shop,
        slot.term,
        slot.dueMinor,
        new Parcel.PickUp(
            Instant.ofEpochMilli(slot.requested),
            Instant.ofEpochMilli(slot.completed()),
            slot.gaveUpMillis),
        fate,
        reply,
        receipt(slot),
        payoutAt(slot, dice),
        slot.luck);
  }

  private static EventFate fate(Slot slot, Dice dice) {
    double share = dice.share();
    if (slot.isCompletedIn(Timeline.SWITCHED_OFF, Timeline.RECOVERED)) {
      return EventFate.SWITCHED_OFF;
    }
    if (!slot.isCompletedIn(Timeline.CLUSTER_DOWN, Timeline.SWITCHED_OFF)) {
      return share < 0.0004 ? EventFate.AT_ONCE_TWICE : EventFate.AT_ONCE;
    }
    if (slot.story.cast().moment() == Moment.EVENT_HELD_BACK) {
      return EventFate.LATE;
    }
    return share < 0.62 ? EventFate.LOST : share < 0.97 ? EventFate.LATE : EventFate.LATE_TWICE;
  }

  private static Parcel.Receipt receipt(Slot slot) {
    Slot leader = slot.receiptLeader == null ? slot : slot.receiptLeader;
    return new Parcel.Receipt("CO-" + id(leader.ordinal), leader.receiptTotalMinor);
  }

  /** A week later as a rule; some sellers are paid soon, for some the date is not fixed. */
  private static Instant payoutAt(Slot slot, Dice dice) {
    int share = dice.below(20);
    if (share < 2) {
      return null;
    }
    return Timeline.at(slot.day + (share < 5 ? 2 : 8), "12:00:00");
  }

  private static String id(int ordinal) {
    String number = String.valueOf((ordinal + 1) * STEP % IDS);
    return "CP" + "0".repeat(9 - number.length()) + number;
  }
}
