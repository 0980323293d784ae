package parcelrecon.month;

import java.time.Duration;

/** What became of a pick-up at the counter, and when its records were written. */
enum Fate {
  /** Paid at the counter, and told. */
  PAID,
  /** Paid for when it was ordered. */
  PREPAID,
  /** The counter showed an error: the parcel stands on the shelf, nobody paid, nothing was told. */
  LEFT_ON_SHELF,
  /** Handed over; the buyer brings the money a day later. */
  PAID_NEXT_DAY,
  /** The till took the money twice. */
  PAID_TWICE,
  /** Its event came hours later. */
  TOLD_LATE,
  /** Its event was lost. */
  NEVER_TOLD;

  private static final Duration TILL = Duration.ofSeconds(4);
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final Duration PRODUCER = Duration.ofSeconds(1);
  private static final Duration PRODUCER_RESTARTED = Duration.ofHours(5);

  /** How long the counter took; it shows an error after three seconds. */
  Duration response() {
    return this == LEFT_ON_SHELF ? Duration.ofSeconds(9) : Duration.ofMillis(800);
  }

  /** How often the till took the money. */
  int payments() {
    return switch (this) {
      case PREPAID, LEFT_ON_SHELF -> 0;
      case PAID_TWICE -> 2;
      case PAID, PAID_NEXT_DAY, TOLD_LATE, NEVER_TOLD -> 1;
    };
  }

  /** From the hand-over to the money. */
  Duration toPayment() {
    return this == PAID_NEXT_DAY ? A_DAY : TILL;
  }

  boolean isTold() {
    return this != LEFT_ON_SHELF && this != NEVER_TOLD;
  }

  /** From the hand-over to its event. */
  Duration toEvent() {
    return this == TOLD_LATE ? PRODUCER_RESTARTED : PRODUCER;
  }
}
