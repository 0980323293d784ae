package parcelrecon.results;

/**
 * How a run comes to what a source holds. All but the first are of re-checks, which are about the
 * parcels that an earlier run kept.
 */
public enum Reading {
  /** Its splits are read. */
  WINDOW,
  /** It is asked for the parcels; what the earlier run saw of them does not count any more. */
  BY_KEY,
  /** It is read from where the earlier run ended; what that saw counts, too. */
  ONWARD,
  /** It has not changed; what the earlier run saw counts, and its splits are that run's. */
  AS_BEFORE;

  public boolean countsEarlier() {
    return this == ONWARD || this == AS_BEFORE;
  }
}
