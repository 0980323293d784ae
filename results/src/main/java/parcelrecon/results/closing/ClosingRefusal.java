package parcelrecon.results.closing;

/** An incident was not closed, or not opened again; nothing has changed. */
public final class ClosingRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Why {
    /** It has no finished run. */
    NO_RUN,
    /** A run of it is being worked on. */
    RUN_IN_HAND,
    /** Another run than the one looked at is the latest. */
    OTHER_RUN,
    ALREADY_CLOSED,
    NOT_CLOSED,
    /** Something is left, or it is opened again, and nobody says why. */
    NO_REASON,
    LONG_REASON
  }

  private final Why why;

  ClosingRefusal(Why why) {
    super("refused: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
