package parcelrecon.results.review;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import parcelrecon.results.Sql;

/**
 * Lets the list of a run show what reviews amount to. Those of a mismatch come one after another;
 * some are in memory.
 */
final class StandingWriter implements AutoCloseable {

  private final long run;
  private final PreparedBatch reviews;
  private final PreparedBatch decisions;
  private Standing standing;

  StandingWriter(Handle handle, long run) {
    this.run = run;
    this.reviews = handle.prepareBatch(Sql.of("review/carry_review"));
    this.decisions = handle.prepareBatch(Sql.of("review/carry_decision"));
  }

  void add(Review review) {
    if (standing != null && !standing.mismatch().equals(review.mismatch())) {
      write();
    }
    if (standing == null) {
      standing = new Standing(review.mismatch());
    }
    standing.add(review);
  }

  private void write() {
    ReviewWriter.bindListed(reviews, run, standing.mismatch())
        .bind("assignee", standing.assignee())
        .bind("review_no", standing.latest())
        .bind("decided_run", standing.firstDecidedRun())
        .add();
    standing
        .decisionByFacts()
        .forEach(
            (facts, decision) ->
                ReviewWriter.bindListed(decisions, run, standing.mismatch())
                    .bind("facts", facts)
                    .bind("decision", decision.name())
                    .add());
    standing = null;
    if (reviews.size() >= ReviewWriter.BATCH_ROWS) {
      send();
    }
  }

  /** Writes what is left. */
  void flush() {
    if (standing != null) {
      write();
    }
    send();
  }

  /** Decisions on facts come after what stands without them. */
  private void send() {
    if (reviews.size() > 0) {
      reviews.execute();
    }
    if (decisions.size() > 0) {
      decisions.execute();
    }
  }

  @Override
  public void close() {
    reviews.close();
    decisions.close();
  }
}
