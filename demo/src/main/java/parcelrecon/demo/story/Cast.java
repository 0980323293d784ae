package parcelrecon.demo.story;

/**
 * Which parcels a story happens to.
 *
 * @param term null when it does not matter
 * @param inside how many in the window; {@link #REST} for all parcels of the crowd left over
 * @param outside how many at other times of the day
 * @param reply what the store says when called
 */
record Cast(
    Crowd crowd,
    Term term,
    Moment moment,
    int inside,
    int outside,
    StoreReply reply,
    Patience patience) {

  static final int REST = -1;

  /** Whose story it can be. */
  enum Crowd {
    /** Completed while the counter showed an error. */
    SHOWN_AS_FAILED,
    /** Shown as failed at first, fine a little later. */
    FINE_ON_RETRY,
    /** Any pick-up of the day whose screen was right. */
    EVERYDAY,
    /** Not among the parcels completed that day. */
    NOT_COMPLETED,
    /** Paid for on the receipt of another parcel. */
    COMPANION
  }

  /** When in the window it can happen. */
  enum Moment {
    WHENEVER,
    /** Before the counters were switched over; the event is held back, then sent. */
    EVENT_HELD_BACK,
    /** After the counters were switched over. */
    SWITCHED_OFF,
    /** Early enough to come back within the window. */
    EARLY,
    /** Outside the window, in the half hour before it. */
    JUST_BEFORE
  }

  /** Whether every store concerned was reached. */
  enum Patience {
    MOST_REACHED,
    ALL_REACHED
  }

  static Cast shown(Term term, int inside) {
    return of(Crowd.SHOWN_AS_FAILED, term, inside, 0);
  }

  static Cast retried(int inside) {
    return of(Crowd.FINE_ON_RETRY, null, inside, 0);
  }

  static Cast everyday(Term term, int inside, int outside) {
    return of(Crowd.EVERYDAY, term, inside, outside);
  }

  static Cast notCompleted(Term term, int inside, int outside) {
    return of(Crowd.NOT_COMPLETED, term, inside, outside);
  }

  static Cast companion() {
    return of(Crowd.COMPANION, Term.COD, 0, 0);
  }

  Cast at(Moment when) {
    return new Cast(crowd, term, when, inside, outside, reply, patience);
  }

  /** Most stores say so, some cannot be reached or were not called. */
  Cast mostly(StoreReply told) {
    return new Cast(crowd, term, moment, inside, outside, told, Patience.MOST_REACHED);
  }

  Cast all(StoreReply told) {
    return new Cast(crowd, term, moment, inside, outside, told, Patience.ALL_REACHED);
  }

  StoreReply reply(Dice dice) {
    if (patience == Patience.ALL_REACHED) {
      return reply;
    }
    double share = dice.share();
    return share < 0.82 ? reply : share < 0.91 ? StoreReply.UNREACHABLE : StoreReply.NOT_CALLED;
  }

  private static Cast of(Crowd crowd, Term term, int inside, int outside) {
    return new Cast(
        crowd, term, Moment.WHENEVER, inside, outside, StoreReply.NOT_CALLED, Patience.ALL_REACHED);
  }
}
