package parcelrecon.outcome;

import java.util.Arrays;
import java.util.function.Predicate;
import parcelrecon.rule.News;

/**
 * What became of a parcel that was affected when the incident was first looked at: the first of
 * these that fits (docs/rules.md 7). It says what happened; what is left to be done stands beside
 * it, so a parcel put back whose reversal was not told is PUT_BACK with something left. The names
 * are in the database: none is ever renamed.
 */
public enum Outcome {
  /**
   * Its pick-up was taken back: the record that was COMPLETED is REVERSED, and none is effective.
   */
  PUT_BACK(Sequel::isPutBack),
  /**
   * It was picked up on a later visit than the one first found, and nothing of its money is wrong.
   */
  PICKED_UP_LATER(Sequel::isPickedUpLater),
  /** A pick-up that had happened without being recorded is on record. */
  RECORDED(Sequel::isRecorded),
  /** The money that was lacking came. */
  PAID(Sequel::isPaid),
  /** The money that was too much was given back. */
  REFUNDED(Sequel::isRefunded),
  /** Something is left to be done. */
  OPEN(Sequel::isOpen),
  /** What it was known by is not seen now. Absence heals nothing. */
  NOT_KNOWN(Sequel::isUnseen),
  /** Nothing was to be done then, and nothing is now: a mere display problem, or healed before. */
  NOTHING_TO_DO(Sequel::isNothingToDo),
  /** Only telling others was left, and they were told. */
  TOLD(Sequel::isTold),
  /** Shown as failed, and it is known now that it was handed over: a mere display problem. */
  CONFIRMED(Sequel::isConfirmed),
  /**
   * Nothing is left, for another reason: a record was corrected, a receipt or a setting settles it.
   */
  NO_LONGER_FOUND(any -> true);

  private final Predicate<Sequel> when;

  Outcome(Predicate<Sequel> when) {
    this.when = when;
  }

  /**
   * @param news between the records of both
   */
  public static Outcome of(Seen then, Seen now, News news) {
    Sequel sequel = new Sequel(then, now, news);
    return Arrays.stream(values()).filter(outcome -> outcome.when.test(sequel)).findFirst().get();
  }
}
