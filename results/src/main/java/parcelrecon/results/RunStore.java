package parcelrecon.results;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Incident;

/** Keeps runs: begins, lists and ends them. */
public final class RunStore {

  private final ResultsDatabase database;

  public RunStore(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Begins a run in state RUNNING and freezes the answers it may see.
   *
   * @return its number, from 1
   */
  public long begin(
      Incident incident,
      Instant asOf,
      RunRow.Options options,
      RunRow.Configuration configuration,
      Instant startedAt) {
    throw new UnsupportedOperationException(database.toString());
  }

  public Optional<RunRow> find(long run) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Oldest first. */
  public List<RunRow> all() {
    throw new UnsupportedOperationException(database.toString());
  }

  public void changeState(long run, RunState state) {
    throw new UnsupportedOperationException(database.toString());
  }

  public void saveDayTotal(long run, long dayTotal) {
    throw new UnsupportedOperationException(database.toString());
  }

  public void end(long run, RunState state, int exitCode, Instant endedAt) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Marks runs left RUNNING by a process that died as INTERRUPTED. For a process that alone holds
   * the database.
   *
   * @return how many
   */
  public int interruptLeftRunning() {
    throw new UnsupportedOperationException(database.toString());
  }
}
