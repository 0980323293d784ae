package parcelrecon.report.listed;

/** Where a reported parcel stands. */
public enum Place {
  /** Affected: on the sheet Parcels. */
  ON_LIST(Side.ON),
  /** Money is lacking, but may still arrive. */
  NOT_YET_DUE(Side.OFF),
  DOWNSTREAM_ONLY(Side.OFF),
  FOR_INFORMATION(Side.OFF),
  /** In scope, and nothing was found. */
  CLEAN(Side.OFF),
  /** Read, but nothing of it is in the window. */
  OUTSIDE(Side.OFF),
  /** Only a row that could not be read names it. */
  UNREADABLE(Side.UNKNOWN),
  /** Not known as it is written; another id is near. */
  NEARLY(Side.UNKNOWN),
  /** In nothing that was read. */
  NOT_READ(Side.UNKNOWN),
  /** No id. */
  NOT_UNDERSTOOD(Side.UNKNOWN);

  /** What the summary counts by. */
  public enum Side {
    ON,
    OFF,
    UNKNOWN
  }

  private final Side side;

  Place(Side side) {
    this.side = side;
  }

  public Side side() {
    return side;
  }
}
