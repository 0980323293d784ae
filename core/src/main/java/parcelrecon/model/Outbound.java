package parcelrecon.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The record that a parcel left the counter. Not the physical fact: that is the handover.
 *
 * <p>Optional columns are null when absent. At least one of {@code requestedAt} and {@code
 * completedAt} is present.
 *
 * @param dueMinor what is to be collected, in minor units of {@code currency}, at least 0
 * @param rowVersion the greater of two rows of one outboundId counts; absent counts lowest
 */
public record Outbound(
    String parcelId,
    RecordRef ref,
    String outboundId,
    String storeId,
    String orderId,
    String checkoutId,
    PaymentTerm payment,
    long dueMinor,
    String currency,
    OutboundState state,
    Instant requestedAt,
    Instant completedAt,
    Instant pickupDeadline,
    Instant payoutAt,
    Long rowVersion)
    implements SourceRecord {

  /** How the buyer pays: at the counter, or before. */
  public enum PaymentTerm {
    COD,
    PREPAID
  }

  /** REVERSED was completed, then taken back. */
  public enum OutboundState {
    COMPLETED,
    PENDING,
    FAILED,
    REVERSED
  }

  public Outbound {
    Objects.requireNonNull(parcelId);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(payment);
    Objects.requireNonNull(currency);
    Objects.requireNonNull(state);
    if (dueMinor < 0) {
      throw new IllegalArgumentException("due is negative: " + dueMinor);
    }
    if (requestedAt == null && completedAt == null) {
      throw new IllegalArgumentException("neither requested nor completed has a time");
    }
  }

  /** requestedAt ?? completedAt. */
  public Instant start() {
    return requestedAt != null ? requestedAt : completedAt;
  }

  /** completedAt ?? requestedAt. */
  public Instant end() {
    return completedAt != null ? completedAt : requestedAt;
  }

  /** COMPLETED or REVERSED: the system once said "picked up". */
  public boolean isCompleted() {
    return state == OutboundState.COMPLETED || state == OutboundState.REVERSED;
  }

  /** COMPLETED: the system still says "picked up". */
  public boolean isEffective() {
    return state == OutboundState.COMPLETED;
  }

  public Optional<String> store() {
    return Optional.ofNullable(storeId);
  }
}
