package parcelrecon.results.schedule;

/** What has become of a scheduled window. */
public enum WindowState {
  /** Its run has begun. */
  RUNNING,
  /** Its run has found what there is to find, completely or not. */
  JUDGED,
  /** Its run found nothing: it failed, or could not reach a source until it was too late. */
  FAILED,
  /** It was never begun, and is too old to be. */
  MISSED
}
