package parcelrecon.demo.truth;

/** Where the parcel can be proven to be; outputs call it the verdict. */
public enum Whereabouts {
  HANDED_OVER,
  HANDED_OVER_LATER,
  ON_SHELF,
  LOST,
  UNKNOWN,
  /** It was never completed, so nobody asks. */
  NONE;

  /** As outputs write it. */
  public String text() {
    return this == NONE ? "" : name();
  }
}
