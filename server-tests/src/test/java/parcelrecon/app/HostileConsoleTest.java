package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parcelrecon.app.configuration.Environment;
import parcelrecon.problem.Problem;
import parcelrecon.report.HostileTexts;

/**
 * Ids from outside in what a command prints and logs: a line each, and no terminal acts on them.
 */
class HostileConsoleTest {

  private static final Pattern ACTED_ON =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(out), new PrintWriter(err), Environment.ofProcess(), false);

  @Test
  void problems_areALineEach_andNothingActsOnThem() {
    for (String text : HostileTexts.all()) {
      console.problems(List.of(new Problem(text, text, text, text)));
    }
    assertHarmless(err);
  }

  @Test
  void shownTexts_areALineEach_andNothingActsOnThem() {
    HostileTexts.all().forEach(text -> console.result("- " + Console.shown(text)));
    assertHarmless(out);
  }

  @Test
  void logLines_areALineEach_andNothingActsOnThem() {
    ConsoleLog.install(console, true);
    Logger log = Logger.getLogger("parcelrecon.hostile");
    for (String text : HostileTexts.all()) {
      LogRecord logged = new LogRecord(Level.WARNING, "row {0}");
      logged.setLoggerName(log.getName());
      logged.setParameters(new Object[] {text});
      log.log(logged);
    }
    assertHarmless(err);
  }

  private static void assertHarmless(StringWriter printed) {
    assertThat(printed.toString().split("\n"))
        .hasSize(HostileTexts.all().size())
        .noneMatch(line -> ACTED_ON.matcher(line).find());
  }
}
