package parcelrecon.results.retention;

/** Why a run is not removed. */
public enum Stay {
  /** It has not been there for as long as runs are retained. */
  YOUNG,
  /** Somebody works on it. */
  IN_HAND,
  /** Nobody has decided about a package made of it, or its approval holds. */
  PACKAGE,
  /** It is the latest finished run of its incident and window, and something is open in it. */
  OPEN,
  /** It is the latest finished run of its incident, of which others stay. */
  LATEST,
  /** A run that stays is held against it. */
  REFERRED_TO
}
