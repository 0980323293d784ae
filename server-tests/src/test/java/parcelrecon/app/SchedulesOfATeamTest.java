package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.server.PostgresServer;

/** Two consoles work off one schedule, and one dies. */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class SchedulesOfATeamTest {

  @TempDir Path folder;

  @Test
  void windows_areJudgedOnceEachAndInOrder_whenTheConsoleAtWorkIsKilled() throws Exception {
    try (Team team = new Team(folder, PostgresServer.shared().newDatabase())) {
      List<SiteProcess> consoles = List.of(team.serve(), team.serve());
      SiteProcess killed = Team.atWork(consoles);
      killed.kill();
      SiteProcess left = consoles.get(killed == consoles.get(0) ? 1 : 0);
      Team.awaitGoingOn(left, "killed");
      List<ScheduledWindow> windows = team.upTo(Instant.now());

      assertThat(left.said()).contains("run goes on").doesNotContain("run broke off");
      assertThat(windows).hasSizeGreaterThanOrEqualTo((int) Team.BEHIND.toMinutes());
      team.assertEachOnce(windows);
    }
  }
}
