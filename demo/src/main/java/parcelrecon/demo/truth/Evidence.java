package parcelrecon.demo.truth;

/** How far it can be proven. */
public enum Evidence {
  CONFIRMED,
  UNVERIFIED,
  NOT_DUE
}
