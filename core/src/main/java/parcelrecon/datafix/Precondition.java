package parcelrecon.datafix;

import java.util.Optional;

/** What has to be confirmed before a suggestion is carried out, and by whom. */
public enum Precondition {
  NOTHING(null, "–"),
  PARCEL_KEPT(Owner.BPM, "the store confirms that the parcel is on the shelf, and keeps it"),
  PICKUP_PUT_BACK(Owner.DBA, "the pick-up was put back"),
  PICKUP_STILL_TAKEN_BACK(Owner.DBA, "the pick-up is still taken back in the table"),
  PAYOUT_NOT_MADE(Owner.FINANCE, "the seller has not been paid yet"),
  STORE_SEARCHED(Owner.BPM, "the store has searched for it"),
  NOT_PAID_OTHERWISE(Owner.FINANCE, "no payment came in another way"),
  REFUND_LEFT(Owner.FINANCE, "the refund has left the account"),
  AMOUNT_DUE_RIGHT(Owner.FINANCE, "the amount due is right"),
  NOT_REFUNDED_OTHERWISE(Owner.FINANCE, "it was not refunded another way"),
  HANDED_OVER_AND_PAID(
      Owner.BPM, "the store confirms that it handed the parcel over and took the money"),
  RECEIVERS_SKIP_KNOWN(Owner.OPS, "receivers pass over what they have already"),
  CAUSE_GONE(Owner.OPS, "the cause of the standstill is gone");

  private final Owner by;
  private final String what;

  Precondition(Owner by, String what) {
    this.by = by;
    this.what = what;
  }

  /** Who confirms it; absent when nothing has to be. */
  public Optional<Owner> by() {
    return Optional.ofNullable(by);
  }

  /** As docs/rules.md says it. */
  String what() {
    return what;
  }
}
