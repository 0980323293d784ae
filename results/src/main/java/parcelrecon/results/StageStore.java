package parcelrecon.results;

import org.jdbi.v3.core.Handle;

/** Keeps how long the stages of a run took. */
public final class StageStore {

  private final ResultsDatabase database;

  public StageStore(ResultsDatabase database) {
    this.database = database;
  }

  /** Saves a stage, in place of an earlier one of its name. */
  public void save(long run, Totals.Stage stage) {
    database.write(
        run,
        handle -> {
          if (save(handle, "update_stage", run, stage) == 0) {
            save(handle, "insert_stage", run, stage);
          }
        });
  }

  private static int save(Handle handle, String statement, long run, Totals.Stage stage) {
    return handle
        .createUpdate(Sql.of(statement))
        .bind("run", run)
        .bind("name", stage.name())
        .bind("millis", stage.millis())
        .bind("rows", stage.rows())
        .execute();
  }
}
