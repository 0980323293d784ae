package parcelrecon.results.review;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import parcelrecon.results.Columns;
import parcelrecon.results.Sql;

/** Adds reviews of one act, and lets every list of the incident's runs show them. */
final class ReviewWriter {

  static final int BATCH_ROWS = 500;

  private final Handle handle;
  private final String incident;

  ReviewWriter(Handle handle, String incident) {
    this.handle = handle;
    this.incident = incident;
  }

  /**
   * @throws IllegalArgumentException when their run does not list one of them with its facts
   */
  void write(List<Review> reviews) {
    int added = inBatches("review/insert_review", reviews, this::bind);
    if (added != reviews.size()) {
      throw new IllegalArgumentException(
          (reviews.size() - added) + " mismatches are not listed as they were selected");
    }
    for (long run : listedRuns(handle, incident)) {
      ShownTotals totals = new ShownTotals(handle, run, reviews);
      show(run, reviews);
      totals.shift();
    }
  }

  private void bind(PreparedBatch row, Review review) {
    ReviewAct act = review.act();
    bindListed(row, review.run(), review.mismatch())
        .bind("incident_id", incident)
        .bind("review_no", review.number())
        .bind("facts", review.facts())
        .bind("what", Review.What.of(act).name())
        .bind("decision", Columns.name(review.decision()))
        .bind("assignee", assignee(act))
        .bind("note", act.note())
        .bind("reviewed_by", review.by())
        .bind("reviewed_at", review.at().toString());
  }

  private void show(long run, List<Review> reviews) {
    if (reviews.isEmpty()) {
      return;
    }
    switch (Review.What.of(reviews.get(0).act())) {
      case DECIDED ->
          inBatches("review/save_decision", reviews, (row, each) -> decide(row, run, each));
      case ASSIGNED ->
          inBatches(
              "review/save_assignee",
              reviews,
              (row, each) -> number(row, run, each).bind("assignee", assignee(each.act())));
      case COMMENTED ->
          inBatches("review/save_review_no", reviews, (row, each) -> number(row, run, each));
    }
  }

  private static void decide(PreparedBatch row, long run, Review review) {
    number(row, run, review)
        .bind("facts", review.facts())
        .bind("decision", Columns.name(review.decision()))
        .bind("decided_run", review.run());
  }

  private static PreparedBatch number(PreparedBatch row, long run, Review review) {
    return bindListed(row, run, review.mismatch()).bind("review_no", review.number());
  }

  private int inBatches(
      String statement, List<Review> reviews, BiConsumer<PreparedBatch, Review> bind) {
    int rows = 0;
    try (PreparedBatch batch = handle.prepareBatch(Sql.of(statement))) {
      for (int from = 0; from < reviews.size(); from += BATCH_ROWS) {
        for (Review review : reviews.subList(from, Math.min(from + BATCH_ROWS, reviews.size()))) {
          bind.accept(batch, review);
          batch.add();
        }
        rows += Arrays.stream(batch.execute()).sum();
      }
    }
    return rows;
  }

  private static String assignee(ReviewAct act) {
    return act instanceof ReviewAct.Assign assign ? assign.assignee().orElse(null) : null;
  }

  /** Names a row of a run's list. */
  static <S extends SqlStatement<S>> S bindListed(S row, long run, MismatchId mismatch) {
    return bindMismatch(row.bind("run", run), mismatch);
  }

  static <S extends SqlStatement<S>> S bindMismatch(S row, MismatchId mismatch) {
    return row.bind("parcel_key", Columns.key(mismatch.parcelId()))
        .bind("kind", mismatch.kind().name())
        .bind("consumer_group", mismatch.group());
  }

  static List<Long> listedRuns(Handle handle, String incident) {
    return handle
        .createQuery(Sql.of("review/listed_runs"))
        .bind("incident_id", incident)
        .mapTo(Long.class)
        .list();
  }
}
