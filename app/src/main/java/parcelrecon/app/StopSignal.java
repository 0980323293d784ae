package parcelrecon.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C or a TERM signal. Stops the run in hand, waits until the command has told how it stopped,
 * and ends the process with the command's own exit code.
 */
final class StopSignal {

  /** Longer than any piece of work between two looks at the stop takes. */
  private static final long WAIT_SECONDS_MAX = 300;

  private final Console console;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Runnable stop;
  private volatile boolean isGiven;
  private volatile int exitCode;

  StopSignal(Console console) {
    this.console = console;
  }

  /** Listens to the signals of this process. */
  static StopSignal install(Console console) {
    StopSignal signal = new StopSignal(console);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::give, "stop"));
    return signal;
  }

  /** Runs work that can be stopped. */
  <T> T during(Runnable stopWork, Supplier<T> work) {
    stop = stopWork;
    try {
      return work.get();
    } finally {
      if (!isGiven) {
        stop = null;
      }
    }
  }

  /** The command has ended; a signal has nothing to wait for any more. */
  int ended(int code) {
    exitCode = code;
    end.countDown();
    return code;
  }

  private void give() {
    Runnable stopWork = stop;
    if (stopWork == null || end.getCount() == 0) {
      return;
    }
    isGiven = true;
    stopWork.run();
    if (awaitEnd()) {
      console.flush();
      Runtime.getRuntime().halt(exitCode);
    }
  }

  private boolean awaitEnd() {
    try {
      return end.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
