package parcelrecon.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.model.Outbound;

/**
 * A pick-up of a later visit than the one an incident was first found with (docs/rules.md 5). Only
 * a parcel that was affected then, and is judged by a later run, can have one: all others are
 * judged as if there were no such thing.
 */
public final class LaterVisit {

  private LaterVisit() {}

  /**
   * Whether a pick-up began after all that was on record of the parcel had ended, or ended more
   * than the retry window later: one row may be written over with or without its begin.
   *
   * @param endedThen when the outbound that was shown then had ended
   */
  public static boolean is(Outbound pickUp, Instant endedThen, Duration retryWindow) {
    return pickUp.start().isAfter(endedThen) || pickUp.end().isAfter(endedThen.plus(retryWindow));
  }

  /** The parcel's pick-up, where it is of a later visit and no other is left on record. */
  private static Optional<Outbound> of(ParcelFacts parcel) {
    return parcel
        .endedThen()
        .filter(any -> parcel.effective().size() == 1)
        .flatMap(
            endedThen ->
                parcel
                    .pickUp()
                    .filter(
                        pickUp -> is(pickUp, endedThen, parcel.setting(RuleSetting.RETRY_WINDOW))));
  }

  /** Whether it ended after a record that speaks of the shelf, which speaks of before then. */
  static boolean endedAfter(ParcelFacts parcel, Instant record) {
    return of(parcel).filter(pickUp -> pickUp.end().isAfter(record)).isPresent();
  }

  /** Whether it proves a handover: no call has failed since it began, and no due is lacking. */
  static boolean isHandover(ParcelFacts parcel) {
    boolean lacking =
        parcel
            .collected()
            .filter(money -> money.isCod() && money.isDue() && money.isLacking())
            .isPresent();
    return !lacking
        && of(parcel)
            .filter(
                pickUp ->
                    Retries.failed(parcel).stream()
                        .allMatch(call -> call.endedAt().isBefore(pickUp.start())))
            .isPresent();
  }
}
