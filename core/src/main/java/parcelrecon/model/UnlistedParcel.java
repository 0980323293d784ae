package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.model.Outbound.PaymentTerm;

/**
 * What is kept of a parcel that was read and about which nothing was found: enough to say why it is
 * on no list.
 *
 * @param inScope false when none of its records brings it into the window
 * @param state of the outbound a row about it would show; null without any outbound, as are payment
 *     and store
 * @param from when that outbound began; without one the earliest of its records; null when none has
 *     a time
 * @param to when it ended, or the latest; in whole seconds, as is {@code from}
 * @param sources those that hold a record of it, also one that could not be read
 */
public record UnlistedParcel(
    String parcelId,
    boolean inScope,
    OutboundState state,
    PaymentTerm payment,
    String storeId,
    Instant from,
    Instant to,
    Paid paid,
    Screen screen,
    Set<SourceName> sources) {

  /** What the records say of its money. */
  public enum Paid {
    /** No payments are read, or there is no pick-up they could be of. */
    NOT_KNOWN,
    /** Prepaid, or nothing to pay, and nothing was taken. */
    NOTHING_DUE,
    IN_FULL,
    /** Something is due and nothing was taken. */
    NOTHING,
    /** Less or more than what is due, or in another currency. */
    OTHERWISE
  }

  /** What the counter's screen showed, as far as calls were read. */
  public enum Screen {
    NOT_SEEN,
    OK,
    /** At least one call failed. */
    ERROR
  }

  public UnlistedParcel {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(paid);
    Objects.requireNonNull(screen);
    sources = Set.copyOf(sources);
  }
}
