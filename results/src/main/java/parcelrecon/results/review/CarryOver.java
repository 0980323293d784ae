package parcelrecon.results.review;

import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Rows;
import parcelrecon.results.Sql;

/**
 * Brings to the list of a run what was decided in the incident's other runs. Can be repeated.
 *
 * <p>A decision holds where the mismatch has the facts that were decided on, in whatever run. Where
 * it has others, and an earlier run's were decided on, it is open again: REOPENED. What people said
 * and whose work it is stays with the mismatch.
 *
 * <p>Nothing decided meanwhile is lost: reviews are added in turn, as this is done. What was added
 * before is carried; what is added later finds the list, which was committed before this began.
 */
public final class CarryOver {

  private final ResultsDatabase database;

  public CarryOver(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * @param run whose whole list is committed; a control is left alone
   */
  public void into(long run) {
    database.inTurn(
        handle -> {
          carry(handle, ReviewStore.incident(handle, run), run);
          return null;
        });
  }

  private static void carry(Handle handle, String incident, long run) {
    try (StandingWriter standings = new StandingWriter(handle, run)) {
      Rows.forEach(
          handle
              .createQuery(Sql.of("review/reviews_by_mismatch"))
              .bind("incident_id", incident)
              .setFetchSize(ReviewWriter.BATCH_ROWS),
          row -> standings.add(Review.of(row)));
      standings.flush();
    }
  }
}
