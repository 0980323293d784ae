package parcelrecon.results;

import java.util.Optional;

/** Keeps what a run froze before reading. */
public final class PlanStore {

  private final ResultsDatabase database;

  public PlanStore(ResultsDatabase database) {
    this.database = database;
  }

  /** Saves the plan in one transaction, in place of an earlier one and what was read by it. */
  public void save(long run, Plan plan) {
    throw new UnsupportedOperationException(database.toString());
  }

  public Optional<Plan> find(long run) {
    throw new UnsupportedOperationException(database.toString());
  }
}
