package parcelrecon.job;

import java.util.concurrent.Semaphore;

/** Holds whoever reads a table of a {@link TableSite} until it is opened; a function of H2. */
public final class Gate {

  private static final Semaphore PASS = new Semaphore(0);
  private static final int EVERYBODY = 1_000_000;

  private Gate() {}

  /** Closes it, in front of the site's pick-ups. */
  static TableSite before(TableSite site) {
    PASS.drainPermits();
    return site.sql("alter table outbound rename to picked_up")
        .sql("create alias gate for 'parcelrecon.job.Gate.pass'")
        .sql("create view outbound as select * from picked_up where gate()");
  }

  static void open() {
    PASS.release(EVERYBODY);
  }

  /** Waits until somebody waits to read. */
  static void awaitReader() throws InterruptedException {
    while (!PASS.hasQueuedThreads()) {
      Thread.sleep(5);
    }
  }

  /** Called by H2 for each row. */
  public static boolean pass() throws InterruptedException {
    PASS.acquire();
    return true;
  }
}
