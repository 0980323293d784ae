package parcelrecon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.retention.Retention;
import parcelrecon.retention.Sweep;

class DailySweepTest {

  private static final Instant THEN = Instant.parse("2022-04-13T12:00:00Z");

  @TempDir private Path folder;

  private static long ended(RunStore runs, Path out, String incident) {
    Window window = new Window(THEN.minusSeconds(3_600), THEN, ZoneOffset.UTC);
    long run =
        runs.begin(
            new Incident(incident, "", "TW", window, Incident.Times.UNKNOWN, List.of(), List.of()),
            THEN,
            new RunRow.Options(out, "en", 1, ScriptForm.SCRIPT, false),
            new RunRow.Configuration("abc", "0.1.0", List.of()),
            THEN);
    runs.end(run, RunState.FAILED, 5, THEN);
    return run;
  }

  /** Whichever process is there when the next sweep is due does it. */
  @Test
  @Timeout(120)
  void sweep_isDoneOnceADay_alsoByAProcessThatWasStartedSince() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(THEN.plus(Duration.ofDays(40)));
    try (ResultsDatabase database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()))) {
      RunStore runs = new RunStore(database);
      long first = ended(runs, folder, "first");
      try (DailySweep daily = daily(database, now::get)) {
        daily.start();
        assertThat(runs.find(first).orElseThrow().removedAt()).isEmpty();
        now.set(now.get().plus(Duration.ofHours(1)));
        awaitRemoved(runs, first);
      }
      long second = ended(runs, folder, "second");
      now.set(now.get().plus(Duration.ofDays(2)));
      try (DailySweep another = daily(database, now::get)) {
        another.start();
        awaitRemoved(runs, second);
      }
    }
  }

  private DailySweep daily(ResultsDatabase database, InstantSource clock) {
    return new DailySweep(
        new Sweep(
            new Retention(Optional.of(Duration.ofDays(30)), Optional.empty(), Duration.ofDays(7)),
            folder.resolve("work"),
            database,
            clock,
            "retention"),
        database,
        clock);
  }

  private static void awaitRemoved(RunStore runs, long run) throws InterruptedException {
    while (runs.find(run).orElseThrow().removedAt().isEmpty()) {
      Thread.sleep(50);
    }
  }
}
