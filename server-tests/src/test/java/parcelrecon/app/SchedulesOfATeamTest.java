package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunList;
import parcelrecon.results.schedule.ScheduleStore;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.server.PostgresServer;

/** Two consoles on one PostgreSQL, with a schedule that nobody has worked off for some minutes. */
@Timeout(600)
class SchedulesOfATeamTest {

  private static final Duration BEHIND = Duration.ofMinutes(5);
  private static final String BEGUN = "scheduled window begins";

  @TempDir Path folder;

  private SiteOnPostgres site;
  private ResultsSettings results;

  @BeforeEach
  void site() throws IOException {
    String url = PostgresServer.shared().newDatabase();
    site = new SiteOnPostgres(folder, url);
    Files.writeString(
        folder.resolve("postgres.yaml"),
        "schedules: [ { name: minutes, cron: \"* * * * *\", window: 1m, settle: 1s } ]\n",
        StandardOpenOption.APPEND);
    results = new ResultsSettings(url, Optional.of(PostgresServer.OWNER), Optional.empty());
    try (ResultsDatabase database = ResultsDatabase.open(results)) {
      new ScheduleStore(database, InstantSource.fixed(Instant.now().minus(BEHIND))).keep("minutes");
    }
  }

  @Test
  void windows_areJudgedOnceEachAndInOrder_whenTheConsoleAtWorkIsKilled() throws Exception {
    List<SiteProcess> consoles = List.of(serve(), serve());
    try {
      SiteProcess killed = atWork(consoles);
      killed.kill();
      SiteProcess left = consoles.get(killed == consoles.get(0) ? 1 : 0);
      List<ScheduledWindow> windows = upToNow();

      assertThat(left.said()).contains("run goes on").doesNotContain("run broke off");
      assertThat(windows).hasSizeGreaterThanOrEqualTo((int) BEHIND.toMinutes());
      for (int i = 1; i < windows.size(); i++) {
        assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
      }
      assertThat(windows).extracting(ScheduledWindow::state).containsOnly(WindowState.JUDGED);
      try (ResultsDatabase database = ResultsDatabase.open(results)) {
        assertThat(new RunList(database).newest(RunList.END, 1_000))
            .extracting(run -> run.row().incident().window().from())
            .doesNotHaveDuplicates()
            .containsAll(windows.stream().map(ScheduledWindow::from).toList());
      }
    } finally {
      consoles.forEach(SiteProcess::close);
    }
  }

  private SiteProcess serve() throws IOException {
    return site.command(
        "postgres", "serve", "--port", "0", "--out", folder.resolve("out").toString());
  }

  /** One that has begun a window and not ended its run. */
  private static SiteProcess atWork(List<SiteProcess> consoles) throws Exception {
    while (true) {
      for (SiteProcess console : consoles) {
        String said = console.said();
        if (said.lastIndexOf(BEGUN) > said.lastIndexOf("run ended")) {
          return console;
        }
        assertThat(console.process().isAlive()).as(said).isTrue();
      }
      Thread.sleep(5);
    }
  }

  /** All windows in the order of time, once no window that is due is left. */
  private List<ScheduledWindow> upToNow() throws InterruptedException {
    try (ResultsDatabase database = ResultsDatabase.open(results)) {
      ScheduleStore store = new ScheduleStore(database, InstantSource.system());
      List<ScheduledWindow> windows = List.of();
      Instant due = Instant.now().minusSeconds(70);
      while (windows.isEmpty()
          || windows.get(0).state() == WindowState.RUNNING
          || windows.get(0).to().isBefore(due)) {
        Thread.sleep(500);
        windows = store.windows("minutes", Optional.empty(), 1000);
      }
      windows = new ArrayList<>(windows);
      Collections.reverse(windows);
      return windows;
    }
  }
}
