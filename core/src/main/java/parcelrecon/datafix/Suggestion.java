package parcelrecon.datafix;

/** What would put a mismatch right, in the order in which outputs join them. */
public enum Suggestion {
  ASK_STORE,
  REVERT_OUTBOUND,
  SEND_REVERSAL,
  HOLD_PAYOUT,
  INFORM_STORE,
  CLOSE_HEALED,
  CLAIM_LOST,
  CHECK_COLLECTION,
  COLLECT_DIFFERENCE,
  REFUND_BUYER,
  COMPLETE_OUTBOUND,
  REPLAY_EVENT,
  RESUME_CONSUMER,
  INVESTIGATE,
  WAIT
}
