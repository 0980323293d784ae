package parcelrecon.report.followup;

import parcelrecon.outcome.Outcome;
import parcelrecon.results.Followed;

/** How far a parcel that was affected at the time has come, in the order they are listed. */
public enum Progress {
  /** Something is left to be done or to wait for, also where a part of it is done. */
  OPEN,
  /** What it was known by is out of sight: that heals nothing. */
  NOT_KNOWN,
  HEALED,
  /** Neither then nor now. */
  NOTHING_TO_DO;

  public static Progress of(Followed parcel) {
    Progress done = ofDone(parcel.outcome());
    return done != NOT_KNOWN && !parcel.left().isEmpty() ? OPEN : done;
  }

  /** Of parcels of the outcome for which nothing is left. */
  static Progress ofDone(Outcome outcome) {
    return switch (outcome) {
      case PUT_BACK, PICKED_UP_LATER, RECORDED, PAID, REFUNDED, TOLD, CONFIRMED, NO_LONGER_FOUND ->
          HEALED;
      case OPEN -> OPEN;
      case NOT_KNOWN -> NOT_KNOWN;
      case NOTHING_TO_DO -> NOTHING_TO_DO;
    };
  }
}
