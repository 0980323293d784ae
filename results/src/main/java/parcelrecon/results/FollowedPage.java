package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Verdict;
import parcelrecon.rule.Standing;

/** Reads the next followed parcels of a partition about which nothing was found. */
final class FollowedPage implements ParcelCursor.Pages {

  private final Handle handle;
  private final long run;
  private final int partition;

  FollowedPage(Handle handle, long run, int partition) {
    this.handle = handle;
    this.run = run;
    this.partition = partition;
  }

  @Override
  public List<StoredParcel> read(byte[] after, int rowsMax) {
    return handle
        .createQuery(Sql.of("followed_page"))
        .bind("run", run)
        .bind("partition_no", partition)
        .bind("after", after)
        .bind("rows_max", rowsMax)
        .map((row, context) -> parcel(row))
        .list();
  }

  private static StoredParcel parcel(ResultSet row) throws SQLException {
    return new StoredParcel(
        row.getBytes("parcel_key"),
        Standing.CLEAN,
        Columns.optional(row, "verdict", Verdict.class),
        Optional.empty(),
        row.getString("store_id"),
        row.getBytes("evidence"),
        List.of(),
        List.of());
  }
}
