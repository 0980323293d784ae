package parcelrecon.results.packages;

/** How a package stands. */
public enum PackageState {
  /** Nobody has decided. */
  OPEN,
  /** Somebody else than its author has approved it, and that has not expired. */
  APPROVED,
  REFUSED,
  /** It is not what was made or approved any more, or no longer stands on what was confirmed. */
  VOIDED,
  /** Nobody may use the approval any more. */
  EXPIRED;

  /** Whether its mismatches are in no other package. */
  public boolean isLive() {
    return this == OPEN || this == APPROVED;
  }
}
