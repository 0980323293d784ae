package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceName;
import tools.jackson.core.type.TypeReference;

/** Keeps what reading each split gave, and the rows it could not read. */
public final class SplitStore {

  private static final TypeReference<SortedMap<String, String>> AT = new TypeReference<>() {};

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public SplitStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /** Marks a split as read, in one transaction, in place of an earlier reading of it. */
  public void finish(
      long run, SourceName source, int ordinal, SplitResult result, Iterator<Reject> rejects) {
    database.write(
        run,
        handle -> {
          handle
              .createUpdate(Sql.of("delete_split_rejects"))
              .bind("run", run)
              .bind("source", source.name())
              .bind("ordinal", ordinal)
              .execute();
          int updated =
              handle
                  .createUpdate(Sql.of("finish_split"))
                  .bind("run", run)
                  .bind("source", source.name())
                  .bind("ordinal", ordinal)
                  .bind("filtered", result.filtered())
                  .bind("read_rows", result.read())
                  .bind("accepted", result.accepted())
                  .bind("rejected", result.rejected())
                  .bind("rejected_without_parcel", result.rejectedWithoutParcel())
                  .bind("spill_bytes", result.bytes())
                  .bind("checksum", result.checksum())
                  .bind("latest_paid_at", Columns.text(result.latestPaidAt()))
                  .bind("reasons", Json.write(result.reasons()))
                  .execute();
          if (updated != 1) {
            throw new IllegalArgumentException(
                "run " + run + " has no planned split " + ordinal + " of " + source);
          }
          insertRejects(handle, run, source, ordinal, rejects);
        });
  }

  /** All splits of the plan, ordered by source, then ordinal. */
  public List<SplitRow> rows(long run) {
    return jdbi.withHandle(handle -> rows(handle, run));
  }

  static List<SplitRow> rows(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("planned_splits"))
        .bind("run", run)
        .map((row, context) -> new SplitRow(split(row), result(row)))
        .list()
        .stream()
        .sorted(
            Comparator.comparing((SplitRow row) -> row.split().source())
                .thenComparing(row -> row.split().ordinal()))
        .toList();
  }

  /**
   * Forgets every reading of a source, so that all its splits are read again in one snapshot.
   *
   * @param snapshot what its database calls that snapshot
   */
  public void reopen(long run, SourceName source, Optional<String> snapshot) {
    database.write(
        run,
        handle -> {
          for (String statement : List.of("delete_source_rejects", "reopen_splits")) {
            handle
                .createUpdate(Sql.of(statement))
                .bind("run", run)
                .bind("source", source.name())
                .execute();
          }
          handle
              .createUpdate(Sql.of("save_snapshot"))
              .bind("run", run)
              .bind("source", source.name())
              .bind("snapshot", snapshot.orElse(null))
              .execute();
        });
  }

  /** Marks the splits of a source as read, as an earlier run with the same splits read them. */
  public void takeOver(long run, long earlier, SourceName source) {
    List<SplitRow> read =
        rows(earlier).stream().filter(row -> row.split().source() == source).toList();
    read.forEach(
        row ->
            finish(
                run,
                source,
                row.split().ordinal(),
                row.result().orElseThrow(),
                Collections.emptyIterator()));
    database.write(
        run,
        handle ->
            handle
                .createUpdate(Sql.of("recheck/copy_rejects"))
                .bind("run", run)
                .bind("from_run", earlier)
                .bind("source", source.name())
                .execute());
  }

  private static void insertRejects(
      Handle handle, long run, SourceName source, int ordinal, Iterator<Reject> rejects) {
    BatchedInsert inserts = new BatchedInsert(handle, "insert_reject");
    for (long number = 1; rejects.hasNext(); number++) {
      Reject reject = rejects.next();
      long rowNo = number;
      inserts.add(
          row ->
              row.bind("run", run)
                  .bind("source", source.name())
                  .bind("ordinal", ordinal)
                  .bind("row_no", rowNo)
                  .bind("ref_key", Columns.key(reject.ref().text()))
                  .bind("ref", Refs.write(List.of(reject.ref())))
                  .bind("parcel_id", reject.parcelId())
                  .bind("reason", reject.reason())
                  .bind("row_text", reject.row()));
    }
    inserts.flush();
  }

  private static PlannedSplit split(ResultSet row) throws SQLException {
    return new PlannedSplit(
        SourceName.valueOf(row.getString("source")),
        row.getInt("ordinal"),
        row.getLong("planned_bytes"),
        Json.read(row.getString("located_at"), AT));
  }

  private static Optional<SplitResult> result(ResultSet row) throws SQLException {
    if (Columns.number(row, "read_rows") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SplitResult(
            row.getLong("filtered"),
            row.getLong("read_rows"),
            row.getLong("accepted"),
            row.getLong("rejected"),
            row.getLong("rejected_without_parcel"),
            row.getLong("spill_bytes"),
            row.getString("checksum"),
            Columns.optionalInstant(row, "latest_paid_at"),
            Json.read(row.getString("reasons"), PlanStore.REASONS)));
  }
}
