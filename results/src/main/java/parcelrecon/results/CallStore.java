package parcelrecon.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import parcelrecon.model.Utf8Order;

/**
 * The call list of runs as the tables have it: the affected parcels that a store is asked or told
 * about. Tells how many first, and which ones store by store.
 */
public final class CallStore {

  private final Jdbi jdbi;

  public CallStore(ResultsDatabase database) {
    this.jdbi = database.jdbi();
  }

  /**
   * A store with parcels on the list.
   *
   * @param storeId empty where the store is not known
   * @param listed its parcels on the list
   * @param asked those of them it is asked something about; it is told about the others
   */
  public record StoreCalls(String storeId, long listed, long asked) {}

  /**
   * How far the calls to a store are, in parcels it is asked about.
   *
   * @param notReached there is no answer but that it could not be reached
   */
  public record Progress(long answered, long notReached) {
    public static final Progress NONE = new Progress(0, 0);
  }

  /** Ordered by store id. */
  public List<StoreCalls> stores(long run) {
    List<StoreCalls> stores = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle.createQuery(Sql.of("calls_by_store")).bind("run", run),
                row ->
                    stores.add(
                        new StoreCalls(
                            row.getString("store_id"),
                            row.getLong("listed"),
                            row.getLong("asked")))));
    stores.sort(Comparator.comparing(StoreCalls::storeId, Utf8Order.COMPARATOR));
    return stores;
  }

  /**
   * By store id; a store without any answer is absent.
   *
   * @param through the greatest number of an answer that counts
   */
  public Map<String, Progress> progress(long run, String incidentId, long through) {
    Map<String, Progress> progress = new HashMap<>();
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle
                    .createQuery(Sql.of("calls_answered_by_store"))
                    .bind("run", run)
                    .bind("incident_id", incidentId)
                    .bind("through", through),
                row ->
                    progress.put(
                        row.getString("store_id"),
                        new Progress(row.getLong("answered"), row.getLong("not_reached")))));
    return progress;
  }

  /**
   * The ids of a store's parcels on the list, by their UTF-8 bytes.
   *
   * @param storeId empty: those of no known store
   * @param skip how many to leave out before the first
   */
  public List<String> parcels(long run, String storeId, long skip, int rowsMax) {
    return jdbi.withHandle(
        handle -> {
          Query query =
              storeId.isEmpty()
                  ? handle.createQuery(Sql.of("calls_of_no_store"))
                  : handle.createQuery(Sql.of("calls_of_store")).bind("store_id", storeId);
          return query
              .bind("run", run)
              .bind("skip", skip)
              .bind("rows_max", rowsMax)
              .mapTo(String.class)
              .list();
        });
  }
}
