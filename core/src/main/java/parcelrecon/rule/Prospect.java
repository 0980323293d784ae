package parcelrecon.rule;

import java.util.List;

/**
 * What a run could say of one kind of mismatch, told before any parcel is known.
 *
 * @param limits why no more than that; empty when CONFIRMED
 */
public record Prospect(MismatchKind kind, Outlook outlook, List<Limit> limits) {

  public Prospect {
    limits = List.copyOf(limits);
  }

  /** How far one that is found would be proven. */
  public enum Outlook {
    /** By the records. */
    CONFIRMED,
    /** Some would be confirmed, some not: it depends on the parcel. */
    IN_PART,
    /** Each would rest on something a source could not have shown, or not reliably. */
    UNVERIFIED,
    /** None would be found, whatever happened. */
    NOT_JUDGED
  }

  /** What stands in the way. */
  public enum Limit {
    PAYMENTS_NOT_CONFIGURED,
    EVENTS_NOT_CONFIGURED,
    ATTEMPTS_NOT_CONFIGURED,
    OUTBOUND_NOT_COMPLETE,
    PAYMENTS_NOT_COMPLETE,
    EVENTS_NOT_COMPLETE,
    /** An outbound outside of what was read is not known. */
    OUTBOUND_NOT_BY_KEY,
    PAYMENTS_NOT_INDEPENDENT,
    /** What screens showed is concluded from a time-out nobody set. */
    TIMEOUT_NOT_SET,
    /** An outbound with one time only is shown as failed by its phase. */
    SHOWN_BY_PHASE,
    NO_STILL_HERE_TYPES,
    NO_REVERSAL_TYPE,
    /** No phase of the incident is one without events by design. */
    NO_PHASE_WITHOUT_EVENTS,
    NO_TIMESTAMPS,
    NO_WATCHED_GROUPS,
    GROUPS_NOT_SEEN,
    GROUPS_WITHOUT_OFFSETS
  }
}
