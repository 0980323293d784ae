package parcelrecon.results.listing;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a list, in its order.
 *
 * @param next behind which there is more, or may be; empty at the end
 * @param previous before which there is more, or may be; empty at the beginning
 * @param isCutShort whether it has less than a page because enough rows were looked at: one has to
 *     go on searching behind {@code next}, or before {@code previous} where it was read backward
 * @param rowsRead how many rows were looked at
 */
public record ListingPage(
    List<ListedMismatch> rows,
    Optional<ListingPosition> next,
    Optional<ListingPosition> previous,
    boolean isCutShort,
    long rowsRead) {

  public ListingPage {
    rows = List.copyOf(rows);
  }
}
