package parcelrecon.retention;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import parcelrecon.job.JobRecords;
import parcelrecon.job.OutputFolder;
import parcelrecon.report.WrittenFiles;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunState;
import parcelrecon.results.retention.RetentionStore;
import parcelrecon.results.retention.RetentionStore.Decided;
import parcelrecon.results.retention.RetentionStore.Reason;
import parcelrecon.results.retention.RetentionStore.Written;
import parcelrecon.results.retention.Stay;

/**
 * Removes what is older than a site retains it, in one pass over the runs. Each run is a step of
 * its own: a sweep that is stopped, or whose process is killed, is gone on with by the next.
 */
public final class Sweep {

  private static final Logger LOG = Logger.getLogger(Sweep.class.getName());

  /** Whether anything is removed. */
  private enum Mode {
    LOOK,
    REMOVE
  }

  private final Retention retention;
  private final RetentionStore store;
  private final ResultsDatabase database;
  private final LeftSpill spill;
  private final InstantSource clock;
  private final String by;
  private volatile boolean isStopped;

  /**
   * @param work where runs spill
   * @param by who sweeps, for the audit
   */
  public Sweep(
      Retention retention, Path work, ResultsDatabase database, InstantSource clock, String by) {
    this.retention = retention;
    this.store = new RetentionStore(database, clock);
    this.database = database;
    this.spill = new LeftSpill(work, database);
    this.clock = clock;
    this.by = by;
  }

  /** What a sweep would remove now. */
  public Swept look() {
    return new Pass(Mode.LOOK).sweep();
  }

  /** Removes it. */
  public Swept sweep() {
    Swept swept = new Pass(Mode.REMOVE).sweep();
    LOG.log(
        swept.failures().isEmpty() ? Level.INFO : Level.WARNING,
        "retention swept",
        Map.of(
            "runs", swept.runs().size(),
            "outputs", swept.outputs().size(),
            "spill", swept.spill().size(),
            "failures", swept.failures()));
    return swept;
  }

  /** Ends a sweep that goes on after the run it is at. */
  public void stop() {
    isStopped = true;
  }

  private final class Pass {
    private final Mode mode;
    private final Instant now = clock.instant();
    private final List<Long> runs = new ArrayList<>();
    private final Map<Stay, Long> staying = new EnumMap<>(Stay.class);
    private final List<Long> outputs = new ArrayList<>();
    private final List<Long> spilled = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private long changedFiles;

    Pass(Mode mode) {
      this.mode = mode;
    }

    Swept sweep() {
      if (mode == Mode.REMOVE) {
        store.clearLeft();
      }
      retention.runs().ifPresent(this::runs);
      files();
      return new Swept(runs, staying, outputs, changedFiles, spilled, failures);
    }

    private void runs(Duration period) {
      Instant before = now.minus(period);
      for (String incident : store.incidents(before)) {
        if (isStopped) {
          return;
        }
        Decided decided = store.decide(incident, before);
        decided.staying().values().forEach(stay -> staying.merge(stay, 1L, Long::sum));
        if (mode == Mode.LOOK) {
          runs.addAll(decided.going());
        } else if (!decided.going().isEmpty()) {
          runs.addAll(store.remove(incident, before, reason(period)));
        }
      }
    }

    private Reason reason(Duration period) {
      return new Reason(by, "older than " + words(period));
    }

    /**
     * Jobs of runs removed by an earlier sweep, too: it may have been killed before it came to
     * them.
     */
    private void files() {
      JobRecords jobs = new JobRecords(database);
      long after = 0;
      List<Written> page;
      do {
        page = store.written(after);
        for (Written run : page) {
          if (isStopped) {
            return;
          }
          after = run.run();
          files(run);
          if (mode == Mode.REMOVE && run.isRemoved()) {
            jobs.forget(run.run());
          }
        }
      } while (!page.isEmpty());
    }

    private void files(Written run) {
      try {
        if (retention.outputs().isPresent()) {
          outputs(run, retention.outputs().get());
        }
        if (spill.isLeft(run.run(), now.minus(retention.spill()))
            && (mode == Mode.LOOK || spill.delete(run.run()))) {
          spilled.add(run.run());
        }
      } catch (IOException e) {
        failures.add("run " + run.run() + ": " + e);
      }
    }

    /** Files that were made again stay as long as if their run had ended then. */
    private void outputs(Written run, Duration period) throws IOException {
      Instant before = now.minus(period);
      if (run.state() == RunState.RUNNING || !run.endedAt().isBefore(before)) {
        return;
      }
      Optional<WrittenFiles> files =
          WrittenFiles.in(run.out(), OutputFolder.in(run.out(), run.incidentId(), run.run()));
      if (files.isPresent() && files.get().writtenAt().isBefore(before)) {
        if (mode == Mode.REMOVE) {
          store.keepOutputsRemoved(run.run(), run.incidentId(), reason(period));
          changedFiles += files.get().delete().changed();
        }
        outputs.add(run.run());
      }
    }
  }

  private static String words(Duration period) {
    return period.toHours() % 24 == 0 ? period.toDays() + "d" : period.toHours() + "h";
  }
}
