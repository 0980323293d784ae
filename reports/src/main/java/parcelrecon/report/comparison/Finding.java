package parcelrecon.report.comparison;

/** What a comparison says about one kind of mismatch. */
public enum Finding {
  /** No more and no less than chance makes of the control's rate. */
  AS_USUAL,
  BEYOND_USUAL,
  BELOW_USUAL,
  /** It was looked for, but one of the two could not show it whole. */
  NOT_KNOWN,
  /** One of the two does not look for it at all. */
  NOT_LOOKED_FOR
}
