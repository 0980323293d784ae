package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is told while a run works, piped and on a terminal, and that no library talks over it. */
class ProgressTest {

  private final StringWriter err = new StringWriter();

  private Console console(boolean isTerminal) {
    PrintWriter toErr = new PrintWriter(err);
    return new Console(toErr, toErr, name -> Optional.empty(), isTerminal);
  }

  private static void work(StageProgress progress) {
    progress.begin("extract", "outbound", 1000);
    progress.advance("extract", "outbound", 2_000_000, 1000);
    progress.end("extract", 2_000_000, 1500);
  }

  @Test
  void stage_isOneLine_whenPiped() {
    try (StageProgress progress = StageProgress.on(console(false))) {
      work(progress);
    }
    assertThat(err.toString()).isEqualTo("extract     2,000,000 rows      1.5 s\n");
  }

  @Test
  void stage_endsWithItsLine_whenBarsAreShown() {
    try (StageProgress progress = StageProgress.on(console(true))) {
      assertThat(progress).isInstanceOf(BarProgress.class);
      progress.advance("match", "never begun", 1, 1);
      work(progress);
    }
    assertThat(err.toString()).isEqualTo("extract     2,000,000 rows      1.5 s\n");
  }

  @Test
  void librariesLog_isQuiet_whenNotVerbose() {
    ConsoleLog.install(console(false), false);
    Logger kafka = Logger.getLogger("org.apache.kafka.clients.NetworkClient");
    Logger other = Logger.getLogger("some.library");
    kafka.log(Level.SEVERE, "no broker", new IllegalStateException("a"));
    other.info("started");
    other.log(Level.WARNING, "odd\nthing", new IllegalStateException("b"));
    assertThat(err.toString()).isEqualTo("WARNING some.library: odd thing\n");
    ConsoleLog.install(console(false), true);
    other.log(Level.WARNING, "odd", new IllegalStateException("b"));
    assertThat(err.toString()).contains("java.lang.IllegalStateException: b\n\tat ");
  }
}
