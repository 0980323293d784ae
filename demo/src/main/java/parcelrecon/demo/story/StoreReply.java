package parcelrecon.demo.story;

/** What the store says when it is called. */
public enum StoreReply {
  ON_SHELF,
  HANDED_PAID,
  HANDED_UNPAID,
  NOT_FOUND,
  /** The phone rings, nobody answers. */
  UNREACHABLE,
  /** Not called yet. */
  NOT_CALLED;

  /** Whether the store said where the parcel is. */
  public boolean tells() {
    return this != UNREACHABLE && this != NOT_CALLED;
  }
}
