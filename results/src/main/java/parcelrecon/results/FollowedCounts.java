package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.outcome.Outcome;
import parcelrecon.rule.Standing;
import tools.jackson.core.type.TypeReference;

/**
 * What became of the parcels that were affected when an incident was first found, counted.
 *
 * @param differs whether anything of any of them does
 * @param stillAffected how many are affected in the later run, too
 * @param outcomes in their order; one without any parcel is absent
 */
record FollowedCounts(boolean differs, long stillAffected, Map<Outcome, Totals.Outcomes> outcomes) {

  private static final TypeReference<EnumMap<Outcome, Totals.Outcomes>> OUTCOMES =
      new TypeReference<>() {};

  FollowedCounts {
    outcomes = Collections.unmodifiableMap(outcomes);
  }

  static FollowedCounts of(Iterator<Followed> parcels) {
    boolean differs = false;
    long stillAffected = 0;
    Map<Outcome, Totals.Outcomes> outcomes = new EnumMap<>(Outcome.class);
    while (parcels.hasNext()) {
      Followed parcel = parcels.next();
      differs |= parcel.differs();
      stillAffected += parcel.now().standing() == Standing.AFFECTED ? 1 : 0;
      outcomes.merge(
          parcel.outcome(),
          new Totals.Outcomes(1, parcel.left().isEmpty() ? 0 : 1),
          FollowedCounts::sum);
    }
    return new FollowedCounts(differs, stillAffected, outcomes);
  }

  private static Totals.Outcomes sum(Totals.Outcomes left, Totals.Outcomes right) {
    return new Totals.Outcomes(
        left.parcels() + right.parcels(), left.withLeft() + right.withLeft());
  }

  /** Absent where they were not kept yet. */
  static Optional<FollowedCounts> find(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("followed_counts"))
        .bind("run", run)
        .map((row, context) -> of(row))
        .findOne();
  }

  private static FollowedCounts of(ResultSet row) throws SQLException {
    return new FollowedCounts(
        row.getBoolean("differs"),
        row.getLong("still_affected"),
        Json.read(row.getString("outcomes"), OUTCOMES));
  }

  /** Does nothing where some are kept. */
  void keep(Handle handle, long run) {
    if (find(handle, run).isEmpty()) {
      handle
          .createUpdate(Sql.of("insert_followed_counts"))
          .bind("run", run)
          .bind("differs", differs)
          .bind("still_affected", stillAffected)
          .bind("outcomes", Json.write(outcomes))
          .execute();
    }
  }

  /** What is counted of a run that goes on holds no more. */
  static void forget(Handle handle, long run) {
    handle.createUpdate(Sql.of("delete_followed_counts")).bind("run", run).execute();
  }
}
