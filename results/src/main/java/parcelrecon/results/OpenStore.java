package parcelrecon.results;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what is open in runs. It is counted while a run is settled, or when it is first asked for
 * of a run of a version that did not count it.
 */
public final class OpenStore {

  private static final Set<RunState> ENDED = EnumSet.of(RunState.COMPLETE, RunState.INCOMPLETE);

  private final ResultsDatabase database;

  public OpenStore(ResultsDatabase database) {
    this.database = database;
  }

  /** Keeps the counts of a run that this process is settling, in place of those of before. */
  public void keep(long run, OpenCounts counts) {
    database.write(
        run,
        handle -> {
          handle.createUpdate(Sql.of("delete_open_count")).bind("run", run).execute();
          insert(handle, run, counts);
        });
  }

  /** As kept; absent of a run that was settled by a version that did not count. */
  public Optional<OpenCounts> find(long run) {
    return database.jdbi().withHandle(handle -> find(handle, run));
  }

  static Optional<OpenCounts> find(Handle handle, long run) {
    return handle
        .createQuery(Sql.of("open_count"))
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .map(counts -> Json.read(counts, OpenCounts.class));
  }

  /**
   * As kept; else counted in one pass over the run, and kept.
   *
   * @param run settled, no control
   */
  public OpenCounts of(RunRow run) {
    return find(run.run()).orElseGet(() -> count(run));
  }

  private OpenCounts count(RunRow run) {
    OpenTally tally = new OpenTally();
    database
        .jdbi()
        .useHandle(
            handle ->
                MergedParcels.withMismatch(handle, run.run())
                    .forEachRemaining(
                        parcel -> tally.add(parcel.mismatches(), parcel.datafixes())));
    OpenCounts counts = tally.counts();
    if (ENDED.contains(run.state())) {
      database.inTurn(
          handle -> {
            if (find(handle, run.run()).isEmpty()) {
              insert(handle, run.run(), counts);
            }
            return null;
          });
    } else {
      keep(run.run(), counts);
    }
    return counts;
  }

  private static void insert(Handle handle, long run, OpenCounts counts) {
    handle
        .createUpdate(Sql.of("insert_open_count"))
        .bind("run", run)
        .bind("counts", Json.write(counts))
        .execute();
  }
}
