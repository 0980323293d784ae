package parcelrecon.results.retention;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.results.ListedRows;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.Sql;

/**
 * What runs found, deleted a partition a transaction: nobody waits long, and a process that is
 * killed has deleted what it had come to. Whoever reads meanwhile finds the run marked first.
 */
final class Findings {

  private static final List<String> OF_RUN =
      List.of("delete_plan", "delete_context", "delete_settled_amounts", "retention/delete_stages");

  private final ResultsDatabase database;

  Findings(ResultsDatabase database) {
    this.database = database;
  }

  /** Keeps of which mismatches a run was the first to list: ages count from there. */
  void keepFirstListed(long run, String incidentId) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(Sql.of("retention/keep_first_listed"))
                    .bind("run", run)
                    .bind("incident_id", incidentId)
                    .execute());
  }

  void forgetFirstListed(Handle handle, String incidentId) {
    handle
        .createUpdate(Sql.of("retention/delete_first_listed"))
        .bind("incident_id", incidentId)
        .execute();
  }

  /** From here on nobody finds a list of the run. */
  void takeOffTheLists(Handle handle, long run) {
    for (String statement : List.of("listing/delete_totals", "delete_followed_counts")) {
      handle.createUpdate(Sql.of(statement)).bind("run", run).execute();
    }
  }

  void clearWithControl(long run) {
    Optional<RunRow> control = new RunStore(database).findControl(run);
    control.ifPresent(row -> clear(row.run()));
    clear(run);
  }

  List<Long> clearLeft() {
    List<Long> left =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(Sql.of("retention/left_to_be_cleared"))
                        .mapTo(Long.class)
                        .list());
    left.forEach(this::clear);
    return left;
  }

  private void clear(long run) {
    List<Integer> partitions =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(Sql.of("partitions"))
                        .bind("run", run)
                        .map((row, context) -> row.getInt("partition_no"))
                        .list());
    for (int partition : partitions) {
      database
          .jdbi()
          .useTransaction(
              handle -> {
                ListedRows.forget(handle, run, partition);
                handle
                    .createUpdate(Sql.of("delete_partition"))
                    .bind("run", run)
                    .bind("partition_no", partition)
                    .execute();
              });
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              ListedRows.forget(handle, run);
              OF_RUN.forEach(
                  statement -> handle.createUpdate(Sql.of(statement)).bind("run", run).execute());
            });
  }
}
