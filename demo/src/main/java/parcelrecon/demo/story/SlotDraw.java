package parcelrecon.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws pick-ups: when, where, what is due, how long the counter waits. */
final class SlotDraw {

  private static final double COD_SHARE = 0.6;

  private final ShopNetwork shops;
  private final Dice dice;
  private final Rush rush = new Rush();
  private int drawn;

  SlotDraw(ShopNetwork shops, Dice dice) {
    this.shops = shops;
    this.dice = dice;
  }

  /** By the rush of a day, in the order of their time. */
  List<Slot> day(int day, int count) {
    List<Slot> slots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      slots.add(onDay(day, rush.draw(dice)));
    }
    slots.sort(Comparator.comparingLong(slot -> slot.requested));
    return slots;
  }

  /** By the rush of a day, but only in the given span. */
  Slot between(int day, Instant from, Instant to) {
    Slot slot = onDay(day, rush.draw(dice));
    while (!slot.isRequestedIn(from, to)) {
      slot = onDay(day, rush.draw(dice));
    }
    return slot;
  }

  void give(Slot slot, Term term) {
    slot.term = term;
    slot.dueMinor = term == Term.PREPAID ? 0 : dueMinor();
  }

  private Slot onDay(int day, long millisOfDay) {
    long midnight = Timeline.at(day, "00:00:00").toEpochMilli();
    Slot slot = new Slot(drawn++, day, midnight + millisOfDay, dice.seed());
    slot.shop = shops.draw(dice);
    give(slot, dice.happens(COD_SHARE) ? Term.COD : Term.PREPAID);
    boolean slow = slot.isRequestedIn(Timeline.CLUSTER_DOWN, Timeline.SWITCHED_OFF);
    slot.responseMillis = slow ? Rush.slowResponseMillis(dice) : Rush.responseMillis(dice);
    return slot;
  }

  /** Whole dollars, as prices are, in minor units. */
  private long dueMinor() {
    return (long) Math.max(39, Math.min(19_999, dice.longTailed(650, 0.8))) * 100;
  }
}
