package parcelrecon.results;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a diff, a parcel's together, ordered by parcel id (UTF-8 bytes), kind and group.
 *
 * @param next the parcel behind which the next page begins; absent at the end. There may be none
 *     with a row behind it, and a page may have no row though there are some behind it
 */
public record DiffPage(List<DiffRow> rows, Optional<String> next) {
  public DiffPage {
    rows = List.copyOf(rows);
  }
}
