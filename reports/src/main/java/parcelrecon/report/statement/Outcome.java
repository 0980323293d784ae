package parcelrecon.report.statement;

import parcelrecon.results.MismatchRow;
import parcelrecon.results.ParcelRow;
import parcelrecon.rule.MismatchKind;
import parcelrecon.rule.Proof;

/** A row of the statement's table: what became of an affected parcel. */
enum Outcome {
  /** Handed over, and nothing but the screen was wrong. */
  ONLY_SHOWN_WRONG,
  /** Handed over, but money or the records need a look. */
  HANDED_OVER_OPEN,
  HEALED,
  /** The pick-up is taken back in the records, and nothing says that the parcel is elsewhere. */
  TAKEN_BACK,
  ON_SHELF,
  LOST,
  UNKNOWN,
  NO_PICK_UP;

  static Outcome of(ParcelRow affected) {
    if (affected.verdict().isEmpty()) {
      return NO_PICK_UP;
    }
    return switch (affected.verdict().get()) {
      case HANDED_OVER -> isOnlyShownWrong(affected) ? ONLY_SHOWN_WRONG : HANDED_OVER_OPEN;
      case HANDED_OVER_LATER -> HEALED;
      case ON_SHELF -> isTakenBack(affected) ? TAKEN_BACK : ON_SHELF;
      case LOST -> LOST;
      case UNKNOWN -> isTakenBack(affected) ? TAKEN_BACK : UNKNOWN;
    };
  }

  private static boolean isTakenBack(ParcelRow affected) {
    return affected.evidence().pickUp().isEmpty();
  }

  private static boolean isOnlyShownWrong(ParcelRow affected) {
    return affected.mismatches().stream()
        .map(MismatchRow::mismatch)
        .filter(mismatch -> mismatch.kind().mismatchClass().makesAffected())
        .filter(mismatch -> mismatch.proof() != Proof.NOT_DUE)
        .allMatch(mismatch -> mismatch.kind() == MismatchKind.SHOWN_AS_FAILED);
  }
}
