package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.problem.Problem;

/** The leases of a file that one process has open: it holds every run. */
final class FileLeases implements RunLeases {

  @Override
  public boolean take(long run) {
    return true;
  }

  @Override
  public boolean isHeld(long run) {
    return false;
  }

  @Override
  public void check(Handle handle, long run) {}

  @Override
  public List<Long> leftRunning(Handle handle) {
    return handle.createQuery(Sql.of("h2/running_runs")).mapTo(Long.class).list();
  }

  @Override
  public void whenLost(long run, Runnable then) {}

  @Override
  public Optional<Problem> lost(long run) {
    return Optional.empty();
  }

  @Override
  public void release(long run) {}

  @Override
  public void close() {}
}
