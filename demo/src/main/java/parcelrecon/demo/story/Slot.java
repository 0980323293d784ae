package parcelrecon.demo.story;

import java.time.Instant;

/** A pick-up of the day before it is known which story it tells. */
final class Slot {

  final int ordinal;
  final int day;
  final long luck;
  Shop shop;
  Term term;
  long dueMinor;
  Story story;
  long requested;
  long responseMillis;
  long gaveUpMillis;
  boolean shownAsFailed;
  Slot receiptLeader;
  long receiptTotalMinor;

  Slot(int ordinal, int day, long requested, long luck) {
    this.ordinal = ordinal;
    this.day = day;
    this.requested = requested;
    this.luck = luck;
  }

  long completed() {
    return requested + responseMillis;
  }

  boolean isFree() {
    return story == null;
  }

  boolean isRequestedIn(Instant from, Instant to) {
    return requested >= from.toEpochMilli() && requested < to.toEpochMilli();
  }

  boolean isCompletedIn(Instant from, Instant to) {
    return completed() >= from.toEpochMilli() && completed() < to.toEpochMilli();
  }
}
