package parcelrecon.results.closing;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.Sql;

/** Which incidents are closed. */
public final class Closings {

  private Closings() {}

  /** Whether a person has closed it and nobody has opened it again. */
  public static boolean isClosed(Handle handle, String incidentId) {
    return standing(handle, incidentId).isPresent();
  }

  public static boolean isClosed(ResultsDatabase database, String incidentId) {
    return standing(database, incidentId).isPresent();
  }

  /** The closing that stands; absent of an incident that is open. */
  public static Optional<Closing> standing(ResultsDatabase database, String incidentId) {
    return database.jdbi().withHandle(handle -> standing(handle, incidentId));
  }

  static Optional<Closing> standing(Handle handle, String incidentId) {
    return latest(handle, incidentId).filter(each -> each.what() == Closing.What.CLOSED);
  }

  static Optional<Closing> latest(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("closing/latest_closing"))
        .bind("incident_id", incidentId)
        .map((row, context) -> Closing.of(row))
        .findOne();
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
