package parcelrecon.results.packages;

/** Why a package is void. The names are in the database: none is ever renamed. */
public enum VoidCause {
  /** A byte of it differs from what was made, or from what was approved. */
  FILES_CHANGED,
  /** A mismatch it stands on is not confirmed any more, or has other facts. */
  NO_LONGER_CONFIRMED
}
