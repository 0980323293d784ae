package parcelrecon.results.review;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The mismatches a reviewer acts on, as he saw them in the list of a run.
 *
 * @param through the incident's latest review before he looked: a later one of a mismatch is news
 *     to him
 * @param facts of each mismatch, as the list shows them
 */
public record Selection(long run, long through, Map<MismatchId, String> facts) {

  /** What one act is about at most: it is one transaction, and others wait for it. */
  public static final int MISMATCHES_MAX = 20_000;

  public Selection {
    if (facts.isEmpty() || facts.size() > MISMATCHES_MAX) {
      throw new IllegalArgumentException(facts.size() + " mismatches to review at once");
    }
    facts = Map.copyOf(facts);
  }

  SortedMap<MismatchId, String> inOrder() {
    return new TreeMap<>(facts);
  }
}
