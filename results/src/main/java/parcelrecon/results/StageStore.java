package parcelrecon.results;

/** Keeps how long the stages of a run took. */
public final class StageStore {

  private final ResultsDatabase database;

  public StageStore(ResultsDatabase database) {
    this.database = database;
  }

  /** Saves a stage, in place of an earlier one of its name. */
  public void save(long run, Totals.Stage stage) {
    throw new UnsupportedOperationException(database.toString());
  }
}
