package parcelrecon.demo.story;

import java.time.Instant;

/** What a system wrote about a parcel. */
public sealed interface Written {

  String parcelId();

  /** Whether a reader can make sense of what was written; the parcel's id is readable in both. */
  enum Print {
    CLEAR,
    SMUDGED
  }

  /** How the outbound system calls a pick-up. */
  enum PickUpState {
    PICKED_UP,
    REQUESTED,
    FAILED,
    AWAITING_PICKUP
  }

  /**
   * A row of the outbound system.
   *
   * @param completedAt null when it never came to that
   * @param payoutAt null when not yet fixed
   * @param rowVersion grows with every change of the row
   */
  record OutboundRow(
      String outboundId,
      String parcelId,
      String shopId,
      String checkoutId,
      Term term,
      long dueMinor,
      PickUpState state,
      Instant requestedAt,
      Instant completedAt,
      Instant pickupDeadline,
      Instant payoutAt,
      int rowVersion)
      implements Written {}

  /** The direction of the money at the till. */
  enum Direction {
    TAKEN,
    GIVEN_BACK
  }

  /** What became of a movement of money. */
  enum TillState {
    DONE,
    DECLINED,
    VOIDED,
    PENDING
  }

  /** A line of the till's settlement. */
  record TillLine(
      String parcelId,
      Instant at,
      Direction direction,
      TillState state,
      long amountMinor,
      String currency,
      Print print)
      implements Written {}

  /**
   * A call of the counter as the gateway logged it.
   *
   * @param status of HTTP: 200, 499 when the counter gave up, 504 when the gateway did
   */
  record CounterCall(
      String parcelId, String shopId, Instant startedAt, long millis, int status, Print print)
      implements Written {}

  /**
   * A record of the topic.
   *
   * @param sentAt when it really left
   */
  record Message(
      String parcelId,
      String eventId,
      String type,
      Instant occurredAt,
      Instant sentAt,
      String shopId,
      long amountMinor,
      Print print)
      implements Written {}
}
