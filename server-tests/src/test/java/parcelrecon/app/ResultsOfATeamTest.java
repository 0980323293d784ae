package parcelrecon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.SiteOnPostgres.SiteProcess;
import parcelrecon.server.PostgresServer;

/** Results on PostgreSQL, worked on by processes that run at once, die, sleep and lose it. */
class ResultsOfATeamTest {

  @TempDir Path folder;

  private String url;
  private SiteOnPostgres site;

  @BeforeEach
  void site() throws IOException {
    url = PostgresServer.shared().newDatabase();
    site = new SiteOnPostgres(folder, url);
  }

  @Test
  void outputs_areThoseWithAnH2File_whenKilledAndResumedToo() throws Exception {
    assertThat(ended(site.reconcile("h2", "i"))).contains("Outputs: ");
    assertThat(ended(site.reconcile("postgres", "i"))).contains("Outputs: ");
    assertSameAsH2(1);
    int run = 2;
    for (String stage : List.of("plan", "extract", "match")) {
      try (SiteProcess killed = site.reconcile("postgres", "i").suspendedAfter(stage)) {
        killed.kill();
      }
      assertThat(ended(site.command("postgres", "runs"))).contains(run + "  INTERRUPTED ");
      ended(site.command("postgres", "resume", String.valueOf(run)));
      assertSameAsH2(run);
      run++;
    }
    ended(site.command("postgres", "report", "1"));
    assertSameAsH2(1);
  }

  @Test
  void run_isRunningAndCannotBeResumed_whileItsProcessLives() throws Exception {
    try (SiteProcess alive = site.reconcile("postgres", "i").suspendedAfter("plan");
        Connection waitedFor = SiteOnPostgres.holdSplits(url, 1)) {
      alive.goOn();
      assertThat(ended(site.command("postgres", "runs"))).contains("1  RUNNING ");
      try (SiteProcess resume = site.command("postgres", "resume", "1")) {
        assertThat(resume.exitCode()).isEqualTo(4);
        assertThat(resume.said())
            .isEqualTo(
                "run 1: another process works on it. Nothing was done. Wait until it has ended, or"
                    + " end that process.\n");
      }
      try (SiteProcess report = site.command("postgres", "report", "1")) {
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.said()).contains("Wait until the process that works on it has ended");
      }
      assertThat(ended(site.reconcile("postgres", "another"))).contains("run-002");
      waitedFor.rollback();
      assertThat(alive.exitCode()).as(alive.said()).isZero();
    }
  }

  @Test
  void run_stopsAndSaysSo_whenTheConnectionThatHoldsItIsEnded() throws Exception {
    ended(site.reconcile("h2", "i"));
    try (SiteProcess process = site.reconcile("postgres", "i").suspendedAfter("plan")) {
      end("locktype = 'advisory'");
      process.goOn();
      assertThat(process.exitCode()).as(process.said()).isEqualTo(4);
      assertThat(process.said())
          .contains(": the connection that holds run 1 was lost. The run stopped here, since")
          .contains("run 1: interrupted. What is done is kept. Go on with ./run.sh resume ");
    }
    assertThat(ended(site.command("postgres", "runs"))).contains("1  INTERRUPTED ");
    ended(site.command("postgres", "resume", "1"));
    assertSameAsH2(1);
  }

  @Test
  void run_canBeResumed_whenTheServerWasGoneInBetween() throws Exception {
    ended(site.reconcile("h2", "i"));
    try (PostgresServer server = PostgresServer.start()) {
      site = new SiteOnPostgres(folder, server.url("postgres"));
      try (SiteProcess process = site.reconcile("postgres", "i").suspendedAfter("plan")) {
        stop(server);
        process.goOn();
        assertThat(process.exitCode()).as(process.said()).isEqualTo(4);
        assertThat(process.said())
            .contains("the connection that holds run 1 was lost")
            .doesNotContain("Exception");
      }
      try (SiteProcess runs = site.command("postgres", "runs")) {
        assertThat(runs.exitCode()).isEqualTo(4);
        assertThat(runs.said())
            .startsWith("results database 127.0.0.1:")
            .contains("/postgres: it cannot be reached (\"");
      }
    }
  }

  @Test
  void twoRuns_atOnce_leaveEqualOutputs() throws Exception {
    ended(site.reconcile("h2", "i"));
    try (SiteProcess one = site.reconcile("postgres", "i");
        SiteProcess two = site.reconcile("postgres", "i")) {
      assertThat(one.exitCode()).as(one.said()).isZero();
      assertThat(two.exitCode()).as(two.said()).isZero();
    }
    assertSameAsH2(1);
    assertSameAsH2(2);
  }

  /** UTF-16 read as UTF-8 is full of U+0000, which PostgreSQL takes in no text. */
  @Test
  void run_endsAsWithAnH2File_whenAFileIsOfAnotherCharset() throws Exception {
    Files.writeString(
        folder.resolve("outbound.csv"), "parcel_id,payment,amount_due", StandardCharsets.UTF_16LE);
    for (String results : List.of("h2", "postgres")) {
      try (SiteProcess process = site.reconcile(results, "i")) {
        assertThat(process.exitCode()).as(process.said()).isEqualTo(3);
        assertThat(process.said()).contains("outbound.csv: ");
      }
    }
  }

  @Test
  void snapshot_isTheOneTheSourceWasReadIn_whenTheRunWasResumed() throws Exception {
    site.outboundsInATable(url);
    ended(site.reconcile("postgres", "i"));
    try (SiteProcess killed = site.reconcile("postgres", "i").suspendedAfter("plan")) {
      killed.kill();
    }
    String planned =
        text("select snapshot from planned_source where run = 2 and source = 'OUTBOUND'");
    ended(site.command("postgres", "resume", "2"));
    String shown = snapshotIn(site.outputs("postgres", "i", 2).resolve("run.json"));
    assertThat(shown).isNotEmpty().isNotEqualTo(planned);
    assertThat(withoutRunAndStages(site.outputs("postgres", "i", 2).resolve("run.json")))
        .isEqualTo(withoutRunAndStages(site.outputs("postgres", "i", 1).resolve("run.json")))
        .doesNotContain(shown);
  }

  private static String snapshotIn(Path runJson) throws IOException {
    Matcher snapshot =
        Pattern.compile("\"source\": \"outbound\",\\s+\"snapshot\": \"(.*)\"")
            .matcher(Files.readString(runJson));
    assertThat(snapshot.find()).isTrue();
    return snapshot.group(1);
  }

  private String text(String query) throws SQLException {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void stop(PostgresServer server) {
    server.close();
  }

  private void end(String locks) throws SQLException {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_locks where "
              + locks
              + " and database = (select oid from pg_database where datname = current_database())");
    }
  }

  private static String ended(SiteProcess process) throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.said()).isZero();
      return process.said();
    }
  }

  private void assertSameAsH2(int run) throws IOException {
    Path expected = site.outputs("h2", "i", 1);
    Path seen = site.outputs("postgres", "i", run);
    List<Path> files = filesOf(expected);
    assertThat(files).hasSizeGreaterThan(4);
    assertThat(filesOf(seen)).isEqualTo(files);
    for (Path file : files) {
      if (file.endsWith("run.json")) {
        assertThat(withoutRunAndStages(seen.resolve(file)))
            .isEqualTo(withoutRunAndStages(expected.resolve(file)));
      } else {
        assertThat(seen.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
      }
    }
  }

  private static String withoutRunAndStages(Path runJson) throws IOException {
    return Files.readString(runJson)
        .replaceFirst("\"run\": \\d+,", "")
        .replaceFirst("(?s)\"stages\": \\[.*?\\],", "");
  }

  private static List<Path> filesOf(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(Files::isRegularFile).map(run::relativize).sorted().toList();
    }
  }
}
