package parcelrecon.report.statement;

import parcelrecon.datafix.Suggestion;

/** Who takes the next step. */
enum Role {
  BPM,
  FINANCE,
  DBA,
  OPS,
  NOBODY;

  static Role of(Suggestion suggestion) {
    return switch (suggestion) {
      case ASK_STORE, INFORM_STORE -> BPM;
      case HOLD_PAYOUT, CHECK_COLLECTION, COLLECT_DIFFERENCE, REFUND_BUYER -> FINANCE;
      case REVERT_OUTBOUND, COMPLETE_OUTBOUND -> DBA;
      case SEND_REVERSAL, REPLAY_EVENT, RESUME_CONSUMER, CLAIM_LOST, INVESTIGATE -> OPS;
      case CLOSE_HEALED, WAIT -> NOBODY;
    };
  }
}
