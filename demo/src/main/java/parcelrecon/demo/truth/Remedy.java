package parcelrecon.demo.truth;

/** What would put it right, as outputs name it and in their order. */
public enum Remedy {
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
