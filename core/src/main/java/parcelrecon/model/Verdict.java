package parcelrecon.model;

/** Where a parcel with a completed outbound is. */
public enum Verdict {
  HANDED_OVER,
  HANDED_OVER_LATER,
  ON_SHELF,
  LOST,
  /** No record proves it: the store must be asked. */
  UNKNOWN
}
