package parcelrecon.results.telling;

/** What has become of a telling. */
public enum TellingState {
  WAITING,
  /** The target has taken it. */
  SENT,
  /** The target refused it, or could not be reached for too long. */
  GIVEN_UP
}
