package parcelrecon.results.closing;

import java.time.Instant;
import java.util.Optional;
import parcelrecon.results.MismatchEnd;
import parcelrecon.results.review.Review;

/**
 * How a mismatch ended when its incident was closed.
 *
 * @param reviewed the decision that ended it; of REVIEWED only
 */
public record Ended(MismatchEnd found, Way way, Optional<Review> reviewed) {

  /** In words that files have: none is ever renamed. */
  public enum Way {
    /** It was never to be done. */
    NOTHING_TO_DO,
    /** A later run saw it healed. */
    HEALED,
    /** It was open or not known, and a person had said that it is not so, or was put right. */
    REVIEWED,
    /** It was open or not known, and the incident was closed all the same. */
    CLOSED_WITH_REASON
  }

  /** When a person decided; absent unless one did. */
  public Optional<Instant> reviewedAt() {
    return reviewed.map(Review::at);
  }
}
