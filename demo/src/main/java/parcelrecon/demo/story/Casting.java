package parcelrecon.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import parcelrecon.demo.story.Cast.Crowd;
import parcelrecon.demo.story.Cast.Moment;

/** Gives every pick-up of the day its story. */
final class Casting {

  /** Parcels of one receipt. */
  private static final int ON_ONE_RECEIPT = 3;

  private static final Instant EARLIEST = Timeline.at(0, "19:34:00");
  private static final Instant LATEST = Timeline.at(0, "20:15:00");
  private static final Instant LAST_FAILURE_EARLY = Timeline.at(0, "19:50:00");
  private static final Instant SAFELY_SWITCHED_OFF = Timeline.at(0, "19:43:30");
  private static final Instant LONG_BEFORE = Timeline.at(0, "18:40:00");
  private static final Instant LONG_AFTER = Timeline.at(0, "20:40:00");
  private static final Instant CLOSING = Timeline.at(0, "23:20:00");

  private final SlotDraw draw;
  private final Dice dice;
  private final List<Slot> slots;

  /**
   * @param day the pick-ups completed that day, in the order of time
   */
  Casting(SlotDraw draw, Dice dice, List<Slot> day) {
    this.draw = draw;
    this.dice = dice;
    slots = new ArrayList<>(day);
  }

  /** All parcels, those not completed that day at the end. */
  List<Slot> cast() {
    Outage outage = new Outage(slots, dice);
    List<Slot> shown = shuffled(outage.shownAsFailed());
    List<Slot> retried = outage.hang(Story.FAILED_FIRST_FINE_ON_RETRY.cast().inside());
    retried.forEach(slot -> slot.story = Story.FAILED_FIRST_FINE_ON_RETRY);
    ofCrowd(Crowd.SHOWN_AS_FAILED).forEach(story -> give(story, shown, story.cast().inside()));
    shown.stream()
        .filter(Slot::isFree)
        .forEach(
            slot ->
                slot.story =
                    slot.term == Term.COD ? Story.SENT_AWAY_UNPAID : Story.PREPAID_SENT_AWAY);
    everyday();
    ordinary(slots);
    notCompleted();
    return slots;
  }

  /** Tells the ordinary story of all that are free. */
  static void ordinary(List<Slot> slots) {
    slots.stream()
        .filter(Slot::isFree)
        .forEach(
            slot ->
                slot.story = slot.term == Term.COD ? Story.ORDINARY_PAID : Story.ORDINARY_PREPAID);
  }

  private void everyday() {
    List<Slot> inside = shuffled(free(slot -> slot.isRequestedIn(EARLIEST, LATEST)));
    List<Slot> before =
        shuffled(free(slot -> slot.isRequestedIn(LONG_BEFORE, Timeline.at(0, "19:32:30"))));
    List<Slot> outside =
        shuffled(
            free(
                slot ->
                    slot.isRequestedIn(Timeline.at(0, "06:00:00"), LONG_BEFORE)
                        || slot.isRequestedIn(LONG_AFTER, CLOSING)));
    for (Story story : ofCrowd(Crowd.EVERYDAY)) {
      Cast cast = story.cast();
      give(story, inside, cast.inside());
      give(story, cast.moment() == Moment.JUST_BEFORE ? before : outside, cast.outside());
    }
  }

  private void notCompleted() {
    for (Story story : ofCrowd(Crowd.NOT_COMPLETED)) {
      Cast cast = story.cast();
      boolean heldBack = cast.moment() == Moment.EVENT_HELD_BACK;
      for (int i = 0; i < cast.inside(); i++) {
        add(story, draw.between(0, EARLIEST, heldBack ? Timeline.at(0, "19:42:50") : LATEST));
      }
      for (int i = 0; i < cast.outside(); i++) {
        add(story, draw.between(0, Timeline.at(0, "06:00:00"), LONG_BEFORE));
      }
    }
  }

  private void add(Story story, Slot slot) {
    if (story.cast().term() != null) {
      draw.give(slot, story.cast().term());
    }
    slot.story = story;
    slots.add(slot);
  }

  private void give(Story story, List<Slot> candidates, int count) {
    Iterator<Slot> rest = candidates.iterator();
    for (int given = 0; given < count; ) {
      Slot slot = rest.next();
      if (fits(story.cast(), slot)) {
        give(story, slot);
        given++;
      }
    }
  }

  private void give(Story story, Slot slot) {
    slot.story = story;
    if (story == Story.SENT_AWAY_NOTHING_DUE) {
      slot.dueMinor = 0;
    }
    if (story == Story.ONE_RECEIPT_FOR_THREE) {
      addCompanions(slot, Story.ON_ANOTHERS_RECEIPT);
    }
    if (story == Story.ONE_RECEIPT_TOO_SMALL) {
      addCompanions(slot, Story.ON_ANOTHERS_SMALL_RECEIPT);
    }
  }

  /** The next free parcels to be paid at the counter join the leader at its counter. */
  private void addCompanions(Slot leader, Story story) {
    leader.receiptTotalMinor = leader.dueMinor;
    int index = slots.indexOf(leader);
    for (int joined = 1; joined < ON_ONE_RECEIPT; ) {
      Slot next = slots.get(++index);
      if (next.isFree() && !next.shownAsFailed && next.term == Term.COD) {
        next.story = story;
        next.shop = leader.shop;
        next.receiptLeader = leader;
        next.requested = leader.requested + 900L * joined++;
        next.responseMillis = leader.responseMillis;
        leader.receiptTotalMinor += next.dueMinor;
      }
    }
  }

  private static boolean fits(Cast cast, Slot slot) {
    if (!slot.isFree() || cast.term() != null && cast.term() != slot.term) {
      return false;
    }
    if (!slot.isRequestedIn(Timeline.CLUSTER_DOWN, Timeline.RECOVERED)) {
      return true;
    }
    return switch (cast.moment()) {
      case WHENEVER, JUST_BEFORE -> true;
      case EARLY -> slot.isRequestedIn(EARLIEST, LAST_FAILURE_EARLY);
      case EVENT_HELD_BACK -> slot.isCompletedIn(EARLIEST, Timeline.SWITCHED_OFF);
      case SWITCHED_OFF -> slot.isRequestedIn(SAFELY_SWITCHED_OFF, LATEST);
    };
  }

  private List<Slot> free(Predicate<Slot> where) {
    return slots.stream().filter(Slot::isFree).filter(where).toList();
  }

  private List<Slot> shuffled(List<Slot> ordered) {
    List<Slot> mixed = new ArrayList<>(ordered);
    for (int i = mixed.size() - 1; i > 0; i--) {
      int other = dice.below(i + 1);
      Slot kept = mixed.get(i);
      mixed.set(i, mixed.get(other));
      mixed.set(other, kept);
    }
    return mixed;
  }

  private static List<Story> ofCrowd(Crowd crowd) {
    return Arrays.stream(Story.values())
        .filter(story -> story.cast().crowd() == crowd && story.cast().inside() != Cast.REST)
        .toList();
  }
}
