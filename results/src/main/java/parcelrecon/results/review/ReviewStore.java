package parcelrecon.results.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;

/** Keeps reviews, one act at a time over all threads and processes. */
public final class ReviewStore {

  /** How many of a parcel's reviews are shown. */
  public static final int SHOWN_MAX = 200;

  private final ResultsDatabase database;
  private final InstantSource clock;

  public ReviewStore(ResultsDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The greatest number of a review in a run's incident; 0 when there is none. To be asked before
   * the list is read that a reviewer then selects from.
   */
  public long latest(long run) {
    return database.jdbi().withHandle(handle -> latest(handle, incident(handle, run)));
  }

  /**
   * Does an act to every selected mismatch that nobody has reviewed since, in one transaction. A
   * comment takes nothing from anybody, so it is added whatever others did.
   *
   * @throws IllegalArgumentException when the run does not list a mismatch with the facts it was
   *     selected with; nothing is done then
   */
  public Reviewed append(Selection selection, ReviewAct act, String by) {
    return database.inTurn(
        handle -> {
          String incident = incident(handle, selection.run());
          SortedMap<MismatchId, String> open = selection.inOrder();
          SortedMap<MismatchId, Review> conflicts =
              act instanceof ReviewAct.Comment
                  ? Collections.emptySortedMap()
                  : since(handle, incident, selection);
          open.keySet().removeAll(conflicts.keySet());
          List<Review> added =
              reviews(latest(handle, incident), selection.run(), open, new Done(act, by));
          new ReviewWriter(handle, incident).write(added);
          return new Reviewed(added.size(), List.copyOf(conflicts.values()));
        });
  }

  /** The latest reviews of all mismatches of a parcel, the latest first, limited. */
  public List<Review> ofParcel(long run, String parcelId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("review/reviews_of_parcel"))
                    .bind("incident_id", incident(handle, run))
                    .bind("parcel_id", parcelId)
                    .bind("rows_max", SHOWN_MAX)
                    .map((row, context) -> Review.of(row))
                    .list());
  }

  /** Every review of an incident up to a number, in order, some in memory. */
  public void forEach(String incidentId, long through, Consumer<Review> review) {
    long after = 0;
    for (List<Review> page = page(incidentId, after); !page.isEmpty(); ) {
      page.stream().filter(each -> each.number() <= through).forEach(review);
      after = page.get(page.size() - 1).number();
      page = after < through ? page(incidentId, after) : List.of();
    }
  }

  private List<Review> page(String incidentId, long after) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("review/review_page"))
                    .bind("incident_id", incidentId)
                    .bind("after", after)
                    .bind("rows_max", ReviewWriter.BATCH_ROWS)
                    .map((row, context) -> Review.of(row))
                    .list());
  }

  /**
   * The latest decision, up to a number, on the facts with which a run lists a mismatch.
   *
   * @return absent where there is none, or the run does not list it
   */
  public static Optional<Review> decided(
      Handle handle, String incidentId, MismatchId mismatch, long run, long through) {
    return ReviewWriter.bindMismatch(handle.createQuery(Sql.of("review/decided")), mismatch)
        .bind("parcel_id", mismatch.parcelId())
        .bind("incident_id", incidentId)
        .bind("run", run)
        .bind("through", through)
        .map((row, context) -> Review.of(row))
        .findOne();
  }

  private record Done(ReviewAct act, String by) {}

  private List<Review> reviews(
      long latest, long run, SortedMap<MismatchId, String> mismatches, Done done) {
    Instant at = clock.instant();
    List<Review> reviews = new ArrayList<>(mismatches.size());
    mismatches.forEach(
        (mismatch, facts) ->
            reviews.add(
                new Review(
                    latest + reviews.size() + 1, run, mismatch, facts, done.act(), done.by(), at)));
    return reviews;
  }

  /** The latest review of each selected mismatch that was reviewed since it was selected. */
  private static SortedMap<MismatchId, Review> since(
      Handle handle, String incident, Selection selection) {
    SortedMap<MismatchId, Review> since = new TreeMap<>();
    Rows.forEach(
        handle
            .createQuery(Sql.of("review/reviews_since"))
            .bind("incident_id", incident)
            .bind("after", selection.through())
            .setFetchSize(ReviewWriter.BATCH_ROWS),
        row -> {
          Review review = Review.of(row);
          if (selection.facts().containsKey(review.mismatch())) {
            since.put(review.mismatch(), review);
          }
        });
    return since;
  }

  static String incident(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("review/incident_of_run"))
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
  }

  private static long latest(Handle handle, String incident) {
    return handle
        .createQuery(Sql.of("review/latest_review"))
        .bind("incident_id", incident)
        .mapTo(Long.class)
        .one();
  }
}
