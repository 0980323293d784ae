package parcelrecon.results;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parcelrecon.problem.Problem;

/** Who works on which run: one process at most on each. */
interface RunLeases extends AutoCloseable {

  /**
   * Takes a run for this process, until it is released, lost, or this is closed; one that was lost
   * is taken anew.
   *
   * @return false when another process holds it
   */
  boolean take(long run);

  /** Whether this process took a run and has not lost it; of a file nobody has to take any. */
  boolean isHeld(long run);

  /**
   * Whether this process holds a run that a transaction is about to write; who takes the run over
   * waits for that transaction's end.
   *
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when the run was lost
   * @throws IllegalArgumentException when there is no such run
   * @throws IllegalStateException when it was never taken
   */
  void check(Handle handle, long run);

  /**
   * The runs that say RUNNING though nobody works on them. Nobody takes one of them before the
   * handle's transaction has ended.
   */
  List<Long> leftRunning(Handle handle);

  /** Calls back once, from a thread of its own, when a run that was taken is lost. */
  void whenLost(long run, Runnable then);

  /** Why this process must not go on with a run; empty while it may. */
  Optional<Problem> lost(long run);

  /** Lets go of a run; does nothing when it is not held. */
  void release(long run);

  /** Lets go of all. */
  @Override
  void close();
}
