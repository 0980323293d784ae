package parcelrecon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.console.ConsoleUnderTest.Browser;
import parcelrecon.console.sign.Role;

/** The console where a year of hourly windows has been reconciled: 10,000 finished runs. */
class ManyRunsTest {

  private static final int STATEMENTS_MAX = 12;
  private static final Pattern RUN = Pattern.compile("class=\"runlink\" href=\"/runs/(\\d+)\"");

  @TempDir private static Path folder;
  private static ConsoleUnderTest console;
  private static Browser ops;

  @BeforeAll
  static void start() {
    console = new ConsoleUnderTest(folder);
    new SettledRun(console.database()).unpaid("P1", "S1", 5_000).end(true);
    ops = console.signedIn(Role.OPS);
    ops.get("/");
    console
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  """
                  insert into run (
                    run, incident_id, incident, as_of, state, exit_code, answers_through,
                    out_directory, language, callers, script_form, fail_on_mismatch,
                    configuration_sha256, configuration_version, settings, started_at, ended_at)
                  select
                    x, incident_id, incident, as_of, state, exit_code, answers_through,
                    out_directory, language, callers, script_form, fail_on_mismatch,
                    configuration_sha256, configuration_version, settings || repeat(' ', 6000),
                    started_at, ended_at
                  from run, system_range(2, 10000) where run = 1
                  """);
              handle.execute(
                  """
                  insert into run_total (run, totals)
                  select x, totals from run_total, system_range(2, 10000) where run = 1
                  """);
            });
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static String timed(String path) {
    long begun = System.nanoTime();
    String body = ops.get(path).body();
    System.out.println(
        path + ": " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    return body;
  }

  private static long first(String page) {
    Matcher run = RUN.matcher(page);
    assertThat(run.find()).isTrue();
    return Long.parseLong(run.group(1));
  }

  @Test
  void incidents_areShownByPages_eachOfAFewStatements() {
    Statements given = Statements.of(console, () -> timed("/"));
    assertThat(given.count()).isLessThanOrEqualTo(STATEMENTS_MAX);
    String page = timed("/");
    assertThat(RUN.matcher(page).results()).hasSize(100);
    assertThat(first(page)).isEqualTo(10_000);
    assertThat(page).contains("href=\"/?before=9901\"", "Older").doesNotContain("Newest");
    String older = timed("/?before=101");
    assertThat(first(older)).isEqualTo(100);
    assertThat(older).contains("Newest").doesNotContain("Older");
    assertThat(ops.get("/?before=x").statusCode()).isEqualTo(400);
  }

  @Test
  void machines_areAnswered_byAFewStatements() {
    Statements given =
        Statements.of(
            console,
            () -> {
              assertThat(timed("/metrics"))
                  .contains("parcelrecon_runs{state=\"complete\"} 10000.0");
              assertThat(timed("/health")).contains("\"status\":\"up\"");
            });
    assertThat(given.count()).isLessThanOrEqualTo(STATEMENTS_MAX);
  }

  @Test
  void run_offersTheLatestOthersOfItsIncident() {
    Statements given = Statements.of(console, () -> timed("/runs/10000"));
    assertThat(given.reading("run")).isLessThanOrEqualTo(STATEMENTS_MAX);
    assertThat(Pattern.compile("<option value=\"\\d+\"").matcher(timed("/runs/1/diff")).results())
        .hasSizeLessThanOrEqualTo(100);
  }
}
