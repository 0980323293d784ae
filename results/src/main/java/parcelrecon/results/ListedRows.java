package parcelrecon.results;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the list of mismatches holds of a run, taken away before it is made anew. */
public final class ListedRows {

  private ListedRows() {}

  /** Takes a partition off the list; does nothing when it is not on it. */
  public static void forget(Handle handle, long run, int partition) {
    int listed =
        handle
            .createUpdate(Sql.of("listing/delete_partition"))
            .bind("run", run)
            .bind("partition_no", partition)
            .execute();
    if (listed > 0) {
      handle.createUpdate(Sql.of("listing/delete_totals")).bind("run", run).execute();
      BatchedInsert deletes = new BatchedInsert(handle, "listing/delete_parcel");
      keys(handle, run, partition)
          .forEach(key -> deletes.add(row -> row.bind("run", run).bind("parcel_key", key)));
      deletes.flush();
    }
  }

  /** Takes all of a run off the list. */
  public static void forget(Handle handle, long run) {
    for (String statement : List.of("listing/delete_totals", "listing/delete_rows")) {
      handle.createUpdate(Sql.of(statement)).bind("run", run).execute();
    }
  }

  private static List<byte[]> keys(Handle handle, long run, int partition) {
    List<byte[]> keys = new ArrayList<>();
    Rows.forEach(
        handle
            .createQuery(Sql.of("listing/partition_keys"))
            .bind("run", run)
            .bind("partition_no", partition),
        row -> keys.add(row.getBytes("parcel_key")));
    return keys;
  }
}
