package parcelrecon.results.closing;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.IncidentRuns;
import parcelrecon.results.OpenStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;

/** Which incidents are closed. */
public final class Closings {

  private Closings() {}

  /** As {@link #isClosed}, seen in the transaction of the handle. */
  public static boolean isClosedIn(Handle handle, String incidentId) {
    return standingIn(handle, incidentId).isPresent();
  }

  /** Whether a person has closed it and nobody has opened it again. */
  public static boolean isClosed(ResultsDatabase database, String incidentId) {
    return standing(database, incidentId).isPresent();
  }

  /** The closing that stands; absent of an incident that is open. */
  public static Optional<Closing> standing(ResultsDatabase database, String incidentId) {
    return database.jdbi().withHandle(handle -> standingIn(handle, incidentId));
  }

  static Optional<Closing> standingIn(Handle handle, String incidentId) {
    return latest(handle, incidentId).filter(each -> each.what() == Closing.What.CLOSED);
  }

  static Optional<Closing> latest(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("closing/latest_closing"))
        .bind("incident_id", incidentId)
        .map((row, context) -> Closing.of(row))
        .findOne();
  }

  /** What is open in a run that has ended since an incident was closed. */
  public record OpenSince(long run, long mismatches) {}

  /** Absent while no run has ended since, or the latest one has nothing open. */
  public static Optional<OpenSince> openSince(ResultsDatabase database, Closing closing) {
    return new IncidentRuns(database)
        .latest(closing.incidentId())
        .filter(run -> run.run() > closing.run())
        .map(run -> new OpenSince(run.run(), new OpenStore(database).of(run).sum().mismatches()))
        .filter(since -> since.mismatches() > 0);
  }

  /** All that was done, in order. */
  public static List<Closing> all(ResultsDatabase database, String incidentId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(Sql.of("closing/closings"))
                    .bind("incident_id", incidentId)
                    .map((row, context) -> Closing.of(row))
                    .list());
  }
}
