package parcelrecon.job;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;

/** A run and its control as one: this process holds both or neither. */
final class RunHold {

  private final RunStore runs;
  private final long run;
  private final Optional<Long> control;

  RunHold(RunStore runs, long run) {
    this.runs = runs;
    this.run = run;
    this.control = runs.findControl(run).map(RunRow::run);
  }

  long run() {
    return run;
  }

  /** Whether nothing of a run is left to be done. */
  static boolean isEnded(RunRow row) {
    return row.state() == RunState.COMPLETE
        || row.state() == RunState.INCOMPLETE
        || row.state() == RunState.FAILED;
  }

  /** The run, and its control where it has one. */
  Stream<Long> all() {
    return Stream.concat(Stream.of(run), control.stream());
  }

  /** The control, as long as there is something to be done for it. */
  Optional<RunRow> openControl() {
    return control.flatMap(runs::find).filter(row -> !isEnded(row));
  }

  /**
   * @return false when another process holds one of them; this one holds none then
   */
  boolean take() {
    boolean taken = false;
    try {
      taken = all().allMatch(runs::take);
      return taken;
    } finally {
      if (!taken) {
        release();
      }
    }
  }

  void changeState(RunState state) {
    openControl().ifPresent(row -> runs.changeState(row.run(), state));
    runs.changeState(run, state);
  }

  /** Ends the run without a result; a control that has not ended yet ends with it. */
  void fail(ExitCode exitCode, Instant now) {
    openControl().ifPresent(row -> runs.end(row.run(), RunState.FAILED, exitCode.code(), now));
    runs.end(run, RunState.FAILED, exitCode.code(), now);
  }

  void whenLost(Runnable then) {
    all().forEach(each -> runs.whenLost(each, then));
  }

  /** Why this process must not go on; empty while it may. */
  Optional<Problem> lost() {
    return all().flatMap(each -> runs.lost(each).stream()).findFirst();
  }

  void release() {
    all().forEach(runs::release);
  }
}
