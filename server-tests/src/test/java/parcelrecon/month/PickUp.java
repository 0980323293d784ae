package parcelrecon.month;

import java.time.Instant;

/**
 * A parcel picked up at a counter.
 *
 * @param dueMinor 0 of a prepaid one
 */
record PickUp(String parcelId, String storeId, Instant requestedAt, long dueMinor, Fate fate) {

  Instant completedAt() {
    return requestedAt.plus(fate.response());
  }

  Instant paidAt() {
    return completedAt().plus(fate.toPayment());
  }

  Instant toldAt() {
    return completedAt().plus(fate.toEvent());
  }
}
