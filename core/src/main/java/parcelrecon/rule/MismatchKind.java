package parcelrecon.rule;

import static parcelrecon.model.SourceName.EVENTS;
import static parcelrecon.model.SourceName.OUTBOUND;
import static parcelrecon.model.SourceName.PAYMENTS;
import static parcelrecon.rule.MismatchClass.COUNTER;
import static parcelrecon.rule.MismatchClass.DOWNSTREAM;
import static parcelrecon.rule.MismatchClass.GOODS;
import static parcelrecon.rule.MismatchClass.INFO;
import static parcelrecon.rule.MismatchClass.MONEY;

import java.util.Set;
import parcelrecon.model.SourceName;

/** What the records of a parcel can disagree about. */
public enum MismatchKind {
  SHOWN_AS_FAILED(COUNTER),
  SHOWN_THEN_OK(INFO),
  TRIED_AGAIN(GOODS),
  SEEN_AFTER_HANDOVER(GOODS),
  TWO_PICKUPS(GOODS),
  STUCK(GOODS, OUTBOUND),
  UNCOLLECTED(MONEY, PAYMENTS),
  SHORT_PAID(MONEY, PAYMENTS),
  OVER_PAID(MONEY, PAYMENTS),
  PAID_TWICE(MONEY, PAYMENTS),
  PAID_ON_PREPAID(MONEY, PAYMENTS),
  CURRENCY_DIFFERS(MONEY),
  PAID_NOT_HANDED_OUT(MONEY, OUTBOUND, PAYMENTS),
  OVER_REFUNDED(MONEY, PAYMENTS),
  EVENT_MISSING(DOWNSTREAM, EVENTS),
  EVENT_BYPASSED(INFO),
  EVENT_WITHOUT_OUTBOUND(DOWNSTREAM, OUTBOUND),
  EVENT_CONFLICTS(DOWNSTREAM),
  EVENT_NOT_CONSUMED(DOWNSTREAM),
  REVERSAL_NOT_TOLD(DOWNSTREAM, EVENTS),
  EVENT_LATE(INFO),
  EVENT_DUPLICATED(INFO),
  PAID_LATE(INFO);

  private final MismatchClass mismatchClass;
  private final Set<SourceName> absentFrom;

  MismatchKind(MismatchClass mismatchClass, SourceName... absentFrom) {
    this.mismatchClass = mismatchClass;
    this.absentFrom = Set.of(absentFrom);
  }

  public MismatchClass mismatchClass() {
    return mismatchClass;
  }

  /** The sources it is said from that they do not show a record; empty for most kinds. */
  public Set<SourceName> absentFrom() {
    return absentFrom;
  }

  public boolean restsOnAbsence() {
    return !absentFrom.isEmpty();
  }
}
