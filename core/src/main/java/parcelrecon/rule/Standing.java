package parcelrecon.rule;

import java.util.List;

/** How a parcel in scope is counted: by the weightiest of its mismatches. */
public enum Standing {
  /** A COUNTER, MONEY or GOODS mismatch that is not NOT_DUE. */
  AFFECTED,
  /** Not affected, a DOWNSTREAM mismatch. */
  DOWNSTREAM_ONLY,
  /** Any other mismatch. */
  INFORMATIONAL,
  CLEAN;

  public static Standing of(List<Mismatch> mismatches) {
    if (mismatches.stream()
        .anyMatch(
            mismatch ->
                mismatch.kind().mismatchClass().makesAffected()
                    && mismatch.proof() != Proof.NOT_DUE)) {
      return AFFECTED;
    }
    if (mismatches.stream()
        .anyMatch(mismatch -> mismatch.kind().mismatchClass() == MismatchClass.DOWNSTREAM)) {
      return DOWNSTREAM_ONLY;
    }
    return mismatches.isEmpty() ? CLEAN : INFORMATIONAL;
  }
}
