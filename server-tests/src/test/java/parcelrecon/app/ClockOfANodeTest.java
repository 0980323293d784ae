package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.results.schedule.ScheduledWindow;
import parcelrecon.results.schedule.WindowState;
import parcelrecon.server.PostgresServer;

/** A console whose machine's clock is set wrong and right again while it runs. */
@Tag("clock")
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class ClockOfANodeTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final Duration A_WINDOW = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void windows_areJudgedOnceEachAndNeverEarly_whenTheClockIsSetBackAndForward() throws Exception {
    FakedClock clock = new FakedClock(folder.resolve("clock"));
    try (Team team = new Team(folder, PostgresServer.shared().newDatabase())) {
      SiteProcess console = team.serve(clock.environment());
      Team.listening(console);
      Team.atWork(List.of(console));
      clock.goWrongBy(HOUR.negated());
      Team.await(
          "the end of the run in hand",
          PATIENCE,
          () -> Team.last(team.windows()).state() == WindowState.JUDGED);
      List<ScheduledWindow> before = team.windows();
      Thread.sleep(A_WHILE.toMillis());
      assertThat(team.windows()).as("by a clock that is behind nothing is due").isEqualTo(before);
      assertThat(team.health(console)).isEqualTo(200);

      clock.goWrongBy(HOUR);
      long ahead = System.nanoTime();
      team.upTo(Instant.now());
      Team.tell("what was due is judged after the clock was no longer behind", ahead);
      Thread.sleep(A_WHILE.toMillis());
      assertThat(Team.last(team.windows()).to()).isBefore(Instant.now());

      clock.goWrongBy(Duration.ZERO);
      List<ScheduledWindow> windows = team.upTo(Instant.now().plus(A_WINDOW));

      team.assertEachOnce(windows);
      assertThat(console.said())
          .contains("\"aheadSeconds\":-36", "\"aheadSeconds\":36", "clock is right again");
      assertThat(console.said()).doesNotContain("severe", "run broke off");
    }
  }
}
