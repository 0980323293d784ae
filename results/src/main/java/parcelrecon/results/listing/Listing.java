package parcelrecon.results.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parcelrecon.model.Incident;
import parcelrecon.results.ListedRows;
import parcelrecon.results.PlanStore;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.SettleStore;
import parcelrecon.results.Sql;
import parcelrecon.results.review.CarryOver;

/**
 * Makes the lists of runs: a partition at a time while a run is settled, or later, of a run of a
 * version that made none.
 */
public final class Listing {

  private final ResultsDatabase database;

  public Listing(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Lists a partition that is being settled, in place of what was listed of it.
   *
   * @param rows all of the partition, each parcel's in their order
   */
  public SettleStore.Also keeping(long run, int partition, Collection<ListedMismatch> rows) {
    return handle -> {
      ListedRows.forget(handle, run, partition);
      insert(handle, run, partition, rows);
    };
  }

  /**
   * Carries over what was decided in other runs of the incident, then counts over the whole list,
   * once every partition of a run being settled is listed.
   */
  public void finish(long run) {
    database.inTurn(
        handle -> {
          new CarryOver(database).into(run);
          database.write(run, writing -> FacetTotals.keep(writing, run));
          return null;
        });
  }

  /** Whether the run is listed, wholly. */
  public boolean isThere(long run) {
    return database.jdbi().withHandle(handle -> isThere(handle, run));
  }

  /**
   * Lists a run from what is stored of it; does nothing when it is listed already, and goes on
   * where another call has ended. A second call at the same time waits for the first.
   *
   * @throws IllegalArgumentException when there is no such run
   * @throws IllegalStateException when the run has not come to its end
   */
  public void build(long run) {
    synchronized (database) {
      if (!isThere(run)) {
        RunRow row =
            new RunStore(database)
                .find(run)
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
        if (!row.hasResults()) {
          throw new IllegalStateException("run " + run + " has no results: " + row.state());
        }
        int partitions = new PlanStore(database).find(run).orElseThrow().partitions();
        for (int partition = 0; partition < partitions; partition++) {
          build(run, partition, row.incident());
        }
        database.inTurn(
            handle -> {
              if (!isThere(handle, run)) {
                new CarryOver(database).into(run);
                FacetTotals.keep(handle, run);
              }
              return null;
            });
      }
    }
  }

  /** In another process somebody may list the same partition: one of both waits, and finds it. */
  private void build(long run, int partition, Incident incident) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              if (isAny(handle, "listing/lock_partition", run, partition)
                  && !isAny(handle, "listing/is_listed", run, partition)) {
                insert(handle, run, partition, rows(run, partition, incident));
              }
            });
  }

  private List<ListedMismatch> rows(long run, int partition, Incident incident) {
    List<ListedMismatch> rows = new ArrayList<>();
    new SettleStore(database)
        .forEachParcel(run, partition, parcel -> rows.addAll(ListedMismatch.of(parcel, incident)));
    return rows;
  }

  private static void insert(
      Handle handle, long run, int partition, Collection<ListedMismatch> rows) {
    ListedRow.insert(handle, run, rows);
    handle
        .createUpdate(Sql.of("listing/insert_partition"))
        .bind("run", run)
        .bind("partition_no", partition)
        .bind("totals", FacetTotals.of(rows).json())
        .execute();
  }

  private static boolean isThere(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("listing/total"))
        .bind("run", run)
        .bind("facet", Facet.ALL.name())
        .bind("facet_value", "")
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  private static boolean isAny(Handle handle, String statement, long run, int partition) {
    return handle
        .createQuery(Sql.of(statement))
        .bind("run", run)
        .bind("partition_no", partition)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
