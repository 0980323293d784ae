package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.server.PostgresServer;
import parcelrecon.server.RestartablePostgres;

/**
 * Two consoles work off one schedule while one of them stands still, or the results database is
 * away: what docs/operations.md says of it.
 */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class FaultsOfATeamTest {

  private static final Duration AWAY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void windows_areJudgedOnceEachAndInOrder_whenTheConsoleAtWorkIsSuspendedForLong()
      throws Exception {
    try (Team team = new Team(folder, PostgresServer.shared().newDatabase())) {
      List<SiteProcess> consoles = Team.listening(team.serve(), team.serve());
      SiteProcess suspended = Team.atWork(consoles);
      suspended.suspend();
      ScheduledWindow window = Team.last(team.windows());
      SiteProcess other = consoles.get(suspended == consoles.get(0) ? 1 : 0);
      Team.awaitGoingOn(other, "suspended");
      team.upTo(window.dueAt());
      Map<Path, FileTime> written = team.outputs(window);
      suspended.goOn();
      Team.await(
          "the lost lease", PATIENCE, () -> suspended.said().lines().anyMatch(Team::isLeaseLost));
      List<ScheduledWindow> windows = team.upTo(Instant.now());

      team.assertEachOnce(windows);
      assertThat(windows).hasSizeGreaterThanOrEqualTo((int) Team.BEHIND.toMinutes());
      assertThat(team.outputs(window)).isEqualTo(written);
      assertThat(suspended.process().isAlive()).isTrue();
      assertThat(suspended.said()).doesNotContain("severe", "run broke off");
    }
  }

  @Test
  void windows_areJudgedOnceEachAndInOrder_whenTheResultsAreAwayForAMinute() throws Exception {
    try (RestartablePostgres server = new RestartablePostgres(folder.resolve("postgres"));
        Team team = new Team(folder, server.url())) {
      List<SiteProcess> consoles = Team.listening(team.serve(), team.serve());
      Team.atWork(consoles);
      server.stop();
      long backAt = System.nanoTime() + AWAY.toNanos();
      for (SiteProcess console : consoles) {
        Team.await("an unhealthy console", PATIENCE, () -> team.health(console) == 503);
      }
      Thread.sleep(Math.max(0, (backAt - System.nanoTime()) / 1_000_000));
      server.startAgain();
      long back = System.nanoTime();
      Instant at = Instant.now();
      for (SiteProcess console : consoles) {
        Team.await("a healthy console", PATIENCE, () -> team.health(console) == 200);
      }
      Team.tell("all consoles are healthy after the results were back", back);
      List<ScheduledWindow> windows = team.upTo(at);
      Team.tell("all that was due is judged after the results were back", back);

      team.assertEachOnce(windows);
      assertThat(windows).hasSizeGreaterThanOrEqualTo((int) Team.BEHIND.toMinutes());
    }
  }

  @Test
  void windows_areJudgedOnceEachAndInOrder_whenTheConsoleAtWorkIsStopped() throws Exception {
    try (Team team = new Team(folder, PostgresServer.shared().newDatabase())) {
      List<SiteProcess> consoles = Team.listening(team.serve(), team.serve());
      SiteProcess stopped = Team.atWork(consoles);
      stopped.process().destroy();
      assertThat(stopped.exitCode()).as(stopped.said()).isZero();
      assertThat(stopped.said()).contains("console stopping", "console stopped");
      Team.awaitGoingOn(consoles.get(stopped == consoles.get(0) ? 1 : 0), "stopped");
      List<ScheduledWindow> windows = team.upTo(Instant.now());

      team.assertEachOnce(windows);
      assertThat(windows).hasSizeGreaterThanOrEqualTo((int) Team.BEHIND.toMinutes());
    }
  }
}
