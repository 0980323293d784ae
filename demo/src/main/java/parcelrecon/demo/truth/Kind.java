package parcelrecon.demo.truth;

/** What the records of a parcel can disagree about, as outputs name it. */
public enum Kind {
  SHOWN_AS_FAILED(Subject.PARCEL),
  SHOWN_THEN_OK(Subject.MESSAGE),
  TRIED_AGAIN(Subject.PARCEL),
  SEEN_AFTER_HANDOVER(Subject.PARCEL),
  TWO_PICKUPS(Subject.PARCEL),
  STUCK(Subject.PARCEL),
  UNCOLLECTED(Subject.PARCEL),
  SHORT_PAID(Subject.PARCEL),
  OVER_PAID(Subject.PARCEL),
  PAID_TWICE(Subject.PARCEL),
  PAID_ON_PREPAID(Subject.PARCEL),
  CURRENCY_DIFFERS(Subject.PARCEL),
  PAID_NOT_HANDED_OUT(Subject.PARCEL),
  OVER_REFUNDED(Subject.PARCEL),
  EVENT_MISSING(Subject.MESSAGE),
  EVENT_BYPASSED(Subject.MESSAGE),
  EVENT_WITHOUT_OUTBOUND(Subject.MESSAGE),
  EVENT_CONFLICTS(Subject.MESSAGE),
  EVENT_NOT_CONSUMED(Subject.MESSAGE),
  REVERSAL_NOT_TOLD(Subject.MESSAGE),
  EVENT_LATE(Subject.MESSAGE),
  EVENT_DUPLICATED(Subject.MESSAGE),
  PAID_LATE(Subject.MESSAGE);

  /** Whether a row about it states the parcel's money. */
  enum Subject {
    PARCEL,
    MESSAGE
  }

  private final Subject subject;

  Kind(Subject subject) {
    this.subject = subject;
  }

  boolean statesMoney() {
    return subject == Subject.PARCEL;
  }
}
