package parcelrecon.job;

import org.springframework.batch.core.job.JobInterruptedException;

/** Asked between rows whether the run is to stop. */
final class StopSwitch {

  private volatile boolean stopped;

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Ends the step in hand; Spring Batch keeps it as STOPPED. */
  void check() throws JobInterruptedException {
    if (stopped) {
      throw new JobInterruptedException("stopped");
    }
  }

  /** As {@link #check}, for callbacks that may throw nothing checked. */
  void checkInside() {
    if (stopped) {
      throw new Stopped();
    }
  }

  /** Carries the stop out of a callback. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
