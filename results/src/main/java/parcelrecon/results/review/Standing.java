package parcelrecon.results.review;

import java.util.HashMap;
import java.util.Map;

/** What all reviews of one mismatch amount to, taken in the order of their numbers. */
final class Standing {

  private final MismatchId mismatch;
  private final Map<String, ReviewDecision> decisionByFacts = new HashMap<>();
  private Long firstDecidedRun;
  private String assignee;
  private long latest;

  Standing(MismatchId mismatch) {
    this.mismatch = mismatch;
  }

  void add(Review review) {
    latest = review.number();
    if (review.act() instanceof ReviewAct.Decide decide) {
      decisionByFacts.put(review.facts(), decide.decision());
      firstDecidedRun =
          firstDecidedRun == null ? review.run() : Math.min(firstDecidedRun, review.run());
    } else if (review.act() instanceof ReviewAct.Assign assign) {
      assignee = assign.assignee().orElse(null);
    }
  }

  MismatchId mismatch() {
    return mismatch;
  }

  Map<String, ReviewDecision> decisionByFacts() {
    return decisionByFacts;
  }

  /** Null when it was never decided. */
  Long firstDecidedRun() {
    return firstDecidedRun;
  }

  /** Null when it is nobody's work. */
  String assignee() {
    return assignee;
  }

  long latest() {
    return latest;
  }
}
