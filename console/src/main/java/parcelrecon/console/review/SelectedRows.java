package parcelrecon.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPage;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.results.review.Selection;

/** The rows of a list that a reviewer selected, as the list has them now. */
@Component
final class SelectedRows {

  private final ResultsDatabase database;

  SelectedRows(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Those named.
   *
   * @param values position and facts of each, joined by a dot
   * @throws ReviewRefused when there is none, or one that is not in the list with these facts
   */
  List<ListedMismatch> named(long run, List<String> values) {
    check(values.size());
    ListingSearch search = new ListingSearch(database, run);
    return values.stream().map(value -> named(search, value)).toList();
  }

  private static ListedMismatch named(ListingSearch search, String value) {
    int dot = Math.max(0, value.indexOf('.'));
    return ListingPosition.of(value.substring(0, dot))
        .flatMap(search::find)
        .filter(row -> value.endsWith("." + row.facts()))
        .orElseThrow(() -> new ReviewRefused("review.refused.unknown"));
  }

  /**
   * All that a filter finds.
   *
   * @throws ReviewRefused when there is none, or too many
   */
  List<ListedMismatch> found(long run, ListingFilter filter) {
    ListingSearch search = new ListingSearch(database, run);
    ListingPage page = search.first(filter);
    List<ListedMismatch> rows = new ArrayList<>(page.rows());
    for (Optional<ListingPosition> next = page.next(); next.isPresent(); next = page.next()) {
      page = search.after(filter, next.get());
      rows.addAll(page.rows());
      check(Math.max(1, rows.size()));
    }
    check(rows.size());
    return rows;
  }

  private static void check(int rows) {
    if (rows == 0) {
      throw new ReviewRefused("review.refused.none");
    }
    if (rows > Selection.MISMATCHES_MAX) {
      throw new ReviewRefused("review.refused.many", Selection.MISMATCHES_MAX);
    }
  }
}
