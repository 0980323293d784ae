package parcelrecon.console.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import parcelrecon.console.page.NotThere;
import parcelrecon.console.site.ConsoleSettings;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.listing.ListedMismatch;
import parcelrecon.results.listing.Listing;
import parcelrecon.results.listing.ListingFilter;
import parcelrecon.results.listing.ListingPosition;
import parcelrecon.results.listing.ListingSearch;
import parcelrecon.results.review.Review;
import parcelrecon.results.review.ReviewStore;

/** Runs whose lists people review. */
@Component
final class ReviewedRuns {

  private final ResultsDatabase database;
  private final ConsoleSettings settings;
  private final RunStore runs;
  private final ReviewStore reviews;

  ReviewedRuns(ResultsDatabase database, ConsoleSettings settings) {
    this.database = database;
    this.settings = settings;
    this.runs = new RunStore(database);
    this.reviews = new ReviewStore(database, InstantSource.system());
  }

  /**
   * @throws NotThere when there is no such run, or none that is listed
   */
  RunRow required(long run) {
    return find(run).orElseThrow(NotThere::new);
  }

  /** Absent, too, when the text is no number. */
  Optional<RunRow> find(String run) {
    return run.matches("\\d{1,18}") ? find(Long.parseLong(run)) : Optional.empty();
  }

  private Optional<RunRow> find(long run) {
    return runs.find(run).filter(row -> !row.isControl() && new Listing(database).isThere(run));
  }

  /** A mismatch as a run's list has it. */
  Optional<ListedMismatch> listed(long run, ListingPosition position) {
    return new ListingSearch(database, run).find(position);
  }

  long latestReview(long run) {
    return reviews.latest(run);
  }

  /** What was said of a parcel's mismatches, the latest first, limited. */
  List<Review> said(long run, String parcelId) {
    return reviews.ofParcel(run, parcelId);
  }

  /** The mismatches of a parcel that the list has; a page of it holds them all. */
  List<ListedMismatch> ofParcel(long run, String parcelId) {
    ListingFilter filter =
        new ListingFilter(
            parcelId, Map.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());
    return new ListingSearch(database, run)
        .first(filter).rows().stream().filter(row -> row.parcelId().equals(parcelId)).toList();
  }

  RowAges ages(RunRow run) {
    return new RowAges(database, run, settings.sla());
  }

  boolean isAnythingDue() {
    return !settings.sla().promises().isEmpty();
  }
}
