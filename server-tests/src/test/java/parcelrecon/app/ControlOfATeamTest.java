package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.server.PostgresServer;

/** A run with a control, whose process dies or loses it while the control is at work. */
class ControlOfATeamTest {

  private static final String COMPARED = "--compare-with=7d";

  /** A holder looks once a second; nothing shows from outside that it has seen its loss. */
  private static final long LOSS_IS_SEEN_MILLIS = 3_000;

  @TempDir Path folder;

  private String url;
  private SiteOnPostgres site;

  @BeforeEach
  void site() throws Exception {
    url = PostgresServer.shared().newDatabase();
    site = new SiteOnPostgres(folder, url);
  }

  @Test
  void run_isResumedToTheSameBytes_whenKilledInItsControl() throws Exception {
    ended(site.reconcile("h2", "i", COMPARED));
    assertThat(comparison("h2", 1)).contains("\"pickUpsThen\": 2000", "\"expected\": 5.0");
    killAndResume("postgres", "control-plan", 1);
    killAndResume("postgres", "control-match", 3);
    killAndResume("h2", "control-extract", 3);
  }

  private void killAndResume(String results, String stage, int run) throws Exception {
    try (SiteProcess killed = site.reconcile(results, "i", COMPARED).suspendedAfter(stage)) {
      killed.kill();
    }
    assertThat(ended(site.command(results, "runs")))
        .contains(run + "  INTERRUPTED ")
        .doesNotContain((run + 1) + "  INTERRUPTED ");
    ended(site.command(results, "resume", String.valueOf(run)));
    assertSameAsFirst(results, run);
    assertThat(folder.resolve("work-" + results)).isEmptyDirectory();
  }

  @Test
  void run_stopsAndSaysSo_whenTheConnectionThatHoldsItsControlIsEnded() throws Exception {
    ended(site.reconcile("h2", "i", COMPARED));
    try (SiteProcess process =
            site.reconcile("postgres", "i", COMPARED).suspendedAfter("control-plan");
        Connection waitedFor = SiteOnPostgres.holdSplits(url, 2)) {
      process.goOn();
      try (SiteProcess resume = site.command("postgres", "resume", "1")) {
        assertThat(resume.exitCode()).isEqualTo(4);
        assertThat(resume.said()).startsWith("run 1: another process works on it.");
      }
      endLeaseOf(2);
      Thread.sleep(LOSS_IS_SEEN_MILLIS);
      waitedFor.rollback();
      assertThat(process.exitCode()).as(process.said()).isEqualTo(4);
      assertThat(process.said()).contains(": the connection that holds run 2 was lost.");
    }
    assertThat(ended(site.command("postgres", "runs"))).contains("1  INTERRUPTED ");
    ended(site.command("postgres", "resume", "1"));
    assertSameAsFirst("postgres", 1);
  }

  private void endLeaseOf(int run) throws SQLException {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = "
              + run
              + " and database = (select oid from pg_database where datname = current_database())");
    }
  }

  private static String ended(SiteProcess process) throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.said()).isZero();
      return process.said();
    }
  }

  private void assertSameAsFirst(String results, int run) throws IOException {
    for (String file :
        List.of("mismatches.csv", "statement.md", "statement.html", "affected-parcels.xlsx")) {
      assertThat(site.outputs(results, "i", run).resolve(file))
          .hasSameBinaryContentAs(site.outputs("h2", "i", 1).resolve(file));
    }
    assertThat(comparison(results, run)).isEqualTo(comparison("h2", 1));
  }

  private String comparison(String results, int run) throws IOException {
    String json = Files.readString(site.outputs(results, "i", run).resolve("run.json"));
    return json.substring(json.indexOf("\"comparison\""), json.indexOf("\"stages\""));
  }
}
