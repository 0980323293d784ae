package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.model.SourceName;
import parcelrecon.results.PartitionTotals.SourceTotals;
import parcelrecon.rule.Judgement;
import parcelrecon.spill.UnlistedBlock;

/** Keeps what matching each partition found. */
public final class PartitionStore {

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public PartitionStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /**
   * The parcels of a partition without a mismatch.
   *
   * @param unlisted all of them
   * @param followed those that were affected when the incident was first found, with their records
   */
  public record Others(UnlistedBlock unlisted, Iterator<Judgement> followed) {}

  /**
   * Marks a partition as matched, in one transaction, in place of an earlier match of it.
   *
   * @param withMismatches parcels in scope with at least one mismatch, in any order
   * @param others all others
   */
  public void finish(
      long run,
      int partition,
      Iterator<Judgement> withMismatches,
      Others others,
      PartitionTotals totals) {
    database.write(
        run,
        handle -> {
          ListedRows.forget(handle, run, partition);
          handle
              .createUpdate(Sql.of("delete_partition"))
              .bind("run", run)
              .bind("partition_no", partition)
              .execute();
          handle
              .createUpdate(Sql.of("insert_partition"))
              .bind("run", run)
              .bind("partition_no", partition)
              .bind("parcels_in_scope", totals.parcelsInScope())
              .bind("parcels_clean", totals.parcelsClean())
              .bind("completed_on_days", totals.completedOnDays())
              .bind("pick_ups", totals.pickUps())
              .execute();
          new PartitionTotalsWriter(handle, run, partition).write(totals);
          handle
              .createUpdate(Sql.of("insert_partition_unlisted"))
              .bind("run", run)
              .bind("partition_no", partition)
              .bind("parcels", others.unlisted().parcels())
              .bind("left_out", others.unlisted().leftOut())
              .bind("unlisted", others.unlisted().bytes())
              .execute();
          ParcelWriter parcels = new ParcelWriter(handle, run, partition);
          withMismatches.forEachRemaining(parcels::write);
          others.followed().forEachRemaining(parcels::writeFollowed);
          parcels.flush();
        });
  }

  /** Forgets every match of a run, because what it rested on is read again. */
  public void reopen(long run) {
    database.write(
        run,
        handle -> {
          ListedRows.forget(handle, run);
          handle.createUpdate(Sql.of("delete_partitions")).bind("run", run).execute();
        });
  }

  /**
   * The affected parcels of a partition, in no order, each with when the outbound that is shown of
   * it had ended; absent without any outbound, and in a run of a version that did not keep it.
   */
  public Map<String, Optional<Instant>> affected(long run, int partition) {
    Map<String, Optional<Instant>> affected = new HashMap<>();
    jdbi.useHandle(
        handle ->
            Rows.forEach(
                handle
                    .createQuery(Sql.of("affected_parcels"))
                    .bind("run", run)
                    .bind("partition_no", partition),
                row ->
                    affected.put(
                        row.getString("parcel_id"), Columns.optionalInstant(row, "ended_at"))));
    return affected;
  }

  /** The finished partitions, in order. */
  public List<PartitionRow> rows(long run) {
    return jdbi.inTransaction(
        handle -> {
          Map<Integer, Map<SourceName, SourceTotals>> sources = sources(handle, run);
          return handle
              .createQuery(Sql.of("partitions"))
              .bind("run", run)
              .map(
                  (row, context) ->
                      new PartitionRow(
                          row.getInt("partition_no"),
                          sources.getOrDefault(row.getInt("partition_no"), Map.of()),
                          row.getLong("parcels_in_scope"),
                          row.getLong("parcels_clean"),
                          row.getLong("completed_on_days")))
              .list();
        });
  }

  /** The numbers of the finished partitions, in order. */
  static List<Integer> numbers(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("partitions"))
        .bind("run", run)
        .map((row, context) -> row.getInt("partition_no"))
        .list();
  }

  private static Map<Integer, Map<SourceName, SourceTotals>> sources(Handle handle, long run) {
    Map<Integer, Map<SourceName, SourceTotals>> byPartition = new HashMap<>();
    Rows.forEach(
        handle.createQuery(Sql.of("partition_sources")).bind("run", run),
        row -> addSource(byPartition, row));
    return byPartition;
  }

  private static void addSource(
      Map<Integer, Map<SourceName, SourceTotals>> byPartition, ResultSet row) throws SQLException {
    SourceName source = SourceName.valueOf(row.getString("source"));
    byPartition
        .computeIfAbsent(row.getInt("partition_no"), none -> new EnumMap<>(SourceName.class))
        .put(source, sourceTotals(row));
  }

  static SourceTotals sourceTotals(ResultSet row) throws SQLException {
    return new SourceTotals(
        row.getLong("accepted"),
        row.getLong("in_scope"),
        row.getLong("out_of_scope"),
        row.getLong("duplicates"),
        row.getLong("looked_up"),
        row.getLong("found"),
        row.getLong("healed"));
  }
}
