package parcelrecon.results;

import java.util.Optional;

/**
 * How far the reading of a split is.
 *
 * @param result absent until it was read
 */
public record SplitRow(PlannedSplit split, Optional<SplitResult> result) {
  public boolean done() {
    return result.isPresent();
  }
}
