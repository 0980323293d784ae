package parcelrecon.rule;

/** How far a mismatch is proven; outputs call it its evidence. */
public enum Proof {
  /** The records show it. */
  CONFIRMED,
  /** It rests on something a source could not have shown, or not reliably. */
  UNVERIFIED,
  /** A payment may still come. */
  NOT_DUE
}
