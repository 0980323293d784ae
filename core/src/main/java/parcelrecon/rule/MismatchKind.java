package parcelrecon.rule;

import static parcelrecon.rule.MismatchClass.COUNTER;
import static parcelrecon.rule.MismatchClass.DOWNSTREAM;
import static parcelrecon.rule.MismatchClass.GOODS;
import static parcelrecon.rule.MismatchClass.INFO;
import static parcelrecon.rule.MismatchClass.MONEY;

/** What the records of a parcel can disagree about. */
public enum MismatchKind {
  SHOWN_AS_FAILED(COUNTER),
  SHOWN_THEN_OK(INFO),
  TRIED_AGAIN(GOODS),
  SEEN_AFTER_HANDOVER(GOODS),
  TWO_PICKUPS(GOODS),
  STUCK(GOODS),
  UNCOLLECTED(MONEY),
  SHORT_PAID(MONEY),
  OVER_PAID(MONEY),
  PAID_TWICE(MONEY),
  PAID_ON_PREPAID(MONEY),
  CURRENCY_DIFFERS(MONEY),
  PAID_NOT_HANDED_OUT(MONEY),
  OVER_REFUNDED(MONEY),
  EVENT_MISSING(DOWNSTREAM),
  EVENT_BYPASSED(INFO),
  EVENT_WITHOUT_OUTBOUND(DOWNSTREAM),
  EVENT_CONFLICTS(DOWNSTREAM),
  EVENT_NOT_CONSUMED(DOWNSTREAM),
  REVERSAL_NOT_TOLD(DOWNSTREAM),
  EVENT_LATE(INFO),
  EVENT_DUPLICATED(INFO),
  PAID_LATE(INFO);

  private final MismatchClass mismatchClass;

  MismatchKind(MismatchClass mismatchClass) {
    this.mismatchClass = mismatchClass;
  }

  public MismatchClass mismatchClass() {
    return mismatchClass;
  }
}
