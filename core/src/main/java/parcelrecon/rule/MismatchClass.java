package parcelrecon.rule;

/** What a mismatch is about. The first three make a parcel affected. */
public enum MismatchClass {
  COUNTER,
  MONEY,
  GOODS,
  DOWNSTREAM,
  INFO;

  public boolean makesAffected() {
    return this == COUNTER || this == MONEY || this == GOODS;
  }
}
