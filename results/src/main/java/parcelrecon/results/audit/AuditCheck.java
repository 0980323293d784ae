package parcelrecon.results.audit;

import java.util.Optional;

/**
 * How far an audit fits.
 *
 * @param head of the part that fits: all of it where there is no misfit
 */
public record AuditCheck(AuditHead head, Optional<Misfit> misfit) {

  /** The first entry that does not fit. */
  public record Misfit(long number, Kind kind) {}

  /** How an entry does not fit. */
  public enum Kind {
    /** There are later ones, but not this. */
    MISSING,
    /** Its number comes before the first. */
    PUT_IN,
    /** Its hash is not that of its columns. */
    CHANGED,
    /** It follows another entry than the one before it: one was changed, put in or taken out. */
    OTHER_BEFORE,
    /** It is not the head that was written down: everything up to it was made anew. */
    MADE_ANEW,
    /** It is gone, and all behind it up to the head that was written down. */
    CUT
  }
}
