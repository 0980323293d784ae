package parcelrecon.results.review;

/** What a person decided. The names are in the database: none is ever renamed. */
public enum ReviewDecision {
  /** It is as the mismatch says. */
  CONFIRMED,
  /** It is not as the mismatch says. */
  REJECTED,
  /** To be decided later. */
  DEFERRED,
  /** It was so, and has been put right. */
  FIXED,
  /** What was decided does not hold any more. A list says so, too, of facts that have changed. */
  REOPENED;

  /** Whether a person still has to decide. */
  public boolean isAwaited() {
    return this == DEFERRED || this == REOPENED;
  }
}
