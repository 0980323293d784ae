package parcelrecon.demo.story;

import java.time.Instant;

/**
 * A parcel, its story, and the circumstances the story meets.
 *
 * @param day days after the day of the incident
 * @param receipt what one till receipt covers; this parcel alone as a rule
 * @param payoutAt when the seller gets the money; null when not yet fixed
 * @param luck seed of all that is left to chance in the telling
 */
public record Parcel(
    String id,
    int day,
    Story story,
    Shop shop,
    Term term,
    long dueMinor,
    PickUp pickUp,
    EventFate fate,
    StoreReply reply,
    Receipt receipt,
    Instant payoutAt,
    long luck) {

  /**
   * The call at the counter.
   *
   * @param completedAt when the system had it as picked up, told by nobody if the counter gave up
   * @param gaveUpMillis when the counter's screen showed an error, after the request; 0 when it
   *     showed none
   */
  public record PickUp(Instant requestedAt, Instant completedAt, long gaveUpMillis) {}

  /** What was paid for together. */
  public record Receipt(String checkoutId, long totalMinor) {}

  public boolean sellerPaidOut() {
    return payoutAt != null && !payoutAt.isAfter(Timeline.AS_OF);
  }
}
