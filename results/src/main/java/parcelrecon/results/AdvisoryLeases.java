package parcelrecon.results;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;

/**
 * Leases as advisory locks of PostgreSQL. Each is held by a connection of its own, and ends with
 * it: whoever looks sees whether the holder lives, without a clock.
 *
 * <p>A lock alone would not do. A holder that lost its connection goes on for a moment, and its
 * late writes would meet those of the process that took over. So every taking counts up {@code
 * run.holder_no}, and every writing transaction reads that number with a lock of its own: whoever
 * takes over waits for the transactions under way, and later ones see that they are late.
 */
final class AdvisoryLeases implements RunLeases {

  /** Transactions of a holder that was lost end sooner, unless it is suspended. */
  private static final String LATE_WRITES_MAX = "10s";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Jdbi jdbi;
  private final HikariConfig connections;
  private final String where;
  private final Map<Long, AdvisoryLease> held = new ConcurrentHashMap<>();

  AdvisoryLeases(Jdbi jdbi, HikariConfig connections, String where) {
    this.jdbi = jdbi;
    this.connections = connections;
    this.where = where;
  }

  @Override
  public boolean take(long run) {
    if (isHeld(run)) {
      return true;
    }
    release(run);
    Optional<AdvisoryLease> lease = AdvisoryLease.take(connections, run);
    if (lease.isEmpty()) {
      return false;
    }
    try {
      lease.get().numbered(nextHolder(run));
      held.put(run, lease.get());
      return true;
    } catch (RuntimeException e) {
      lease.get().close();
      if (isTimeOut(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean isHeld(long run) {
    AdvisoryLease lease = held.get(run);
    return lease != null && !lease.isLost();
  }

  /** The number of a run that is just being begun is the one its row begins with. */
  private long nextHolder(long run) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set local lock_timeout = '" + LATE_WRITES_MAX + "'");
          handle
              .createQuery(Sql.of("postgresql/wait_for_writes"))
              .bind("run", run)
              .mapTo(Long.class)
              .findOne();
          return handle
              .createQuery(Sql.of("postgresql/next_holder"))
              .bind("run", run)
              .mapTo(Long.class)
              .findOne()
              .orElse(0L);
        });
  }

  private static boolean isTimeOut(RuntimeException e) {
    return e.getCause() instanceof SQLException cause
        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
  }

  @Override
  public void check(Handle handle, long run) {
    long holder =
        handle
            .createQuery(Sql.of("postgresql/holder"))
            .bind("run", run)
            .mapTo(Long.class)
            .findOne()
            .orElseThrow(() -> RunStore.noRun(run));
    AdvisoryLease lease = held.get(run);
    if (lease == null) {
      throw new IllegalStateException("run " + run + " was not taken");
    }
    if (lease.number() != holder) {
      lease.lose();
    }
    if (lease.isLost()) {
      throw new ProblemException(ExitCode.UNREACHABLE, lostProblem(run));
    }
  }

  @Override
  public List<Long> leftRunning(Handle handle) {
    List<Long> running =
        handle.createQuery(Sql.of("postgresql/running_runs")).mapTo(Long.class).list();
    // Asked for after the rows are locked: who takes a run has its lock first, then its row.
    Set<Long> worked =
        handle.createQuery(Sql.of("postgresql/held_runs")).mapTo(Long.class).stream()
            .collect(Collectors.toSet());
    return running.stream().filter(run -> !worked.contains(run)).toList();
  }

  @Override
  public void whenLost(long run, Runnable then) {
    held.get(run).whenLost(then);
  }

  @Override
  public Optional<Problem> lost(long run) {
    AdvisoryLease lease = held.get(run);
    return lease != null && lease.isLost() ? Optional.of(lostProblem(run)) : Optional.empty();
  }

  private Problem lostProblem(long run) {
    return new Problem(
        where,
        "the connection that holds run " + run + " was lost",
        "The run stopped here, since another process may go on with it",
        "See that the database is up, and that no pooler between shares connections out by"
            + " transaction");
  }

  @Override
  public void release(long run) {
    AdvisoryLease lease = held.remove(run);
    if (lease != null) {
      lease.close();
    }
  }

  @Override
  public void close() {
    List.copyOf(held.keySet()).forEach(this::release);
  }
}
