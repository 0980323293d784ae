package parcelrecon.results.review;

import java.util.List;

/**
 * What came of an act.
 *
 * @param mismatches how many it was done to
 * @param conflicts the latest review of each mismatch that was left alone, because somebody had
 *     reviewed it since the reviewer looked; in the order of mismatches
 */
public record Reviewed(int mismatches, List<Review> conflicts) {
  public Reviewed {
    conflicts = List.copyOf(conflicts);
  }
}
