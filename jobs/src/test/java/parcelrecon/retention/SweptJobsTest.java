package parcelrecon.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.job.CsvSite;
import parcelrecon.job.RunDesk;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.retention.RetentionStore;

/** What Spring Batch wrote down of runs goes with what they found. */
class SweptJobsTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final InstantSource LATER =
      InstantSource.fixed(Instant.now().plus(Duration.ofDays(100)));

  @TempDir private Path folder;
  private CsvSite site;
  private ResultsDatabase database;
  private RunDesk desk;

  @BeforeEach
  void open() {
    site =
        CsvSite.in(folder)
            .outbounds("P1,COD,500,O1,C1,2022-04-13T19:42:30,2022-04-13T19:42:39")
            .payments("P1,M1,500,2022-04-13T19:50:10");
    database = ResultsDatabase.open(site.results());
    desk = new RunDesk(incident -> site.site(), database);
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  private void run() throws InterruptedException {
    desk.await(
        desk.start(
            site.requestAsOf(Instant.parse("2022-04-16T04:00:00Z")), LongSupplier::getAsLong));
  }

  private Sweep sweep(Optional<Duration> runs) {
    return new Sweep(
        new Retention(runs, Optional.empty(), MONTH),
        folder.resolve("work"),
        database,
        LATER,
        "tester");
  }

  /** Of all of its tables. */
  private List<Long> rows() throws SQLException {
    List<Long> rows = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "batch_job_instance",
              "batch_job_execution",
              "batch_job_execution_params",
              "batch_job_execution_context",
              "batch_step_execution",
              "batch_step_execution_context")) {
        ResultSet count = statement.executeQuery("select count(*) from " + table);
        count.next();
        rows.add(count.getLong(1));
      }
    }
    return rows;
  }

  @Test
  void jobGoesWithItsRun_andStaysWithOneThatStays() throws Exception {
    run();
    List<Long> written = rows();
    assertThat(written).doesNotContain(0L).startsWith(1L, 1L, 1L, 1L);
    assertThat(sweep(Optional.of(MONTH)).look().runs()).containsExactly(1L);
    assertThat(sweep(Optional.of(Duration.ofDays(200))).sweep().runs()).isEmpty();
    assertThat(rows()).isEqualTo(written);

    assertThat(sweep(Optional.of(MONTH)).sweep().runs()).containsExactly(1L);
    assertThat(rows()).containsOnly(0L);
  }

  @Test
  void jobThatAKilledSweepLeft_goesWithTheNext() throws Exception {
    run();
    new RetentionStore(database, LATER)
        .remove(
            "kafka", LATER.instant().minus(MONTH), new RetentionStore.Reason("tester", "killed"));
    assertThat(rows()).doesNotContain(0L);
    sweep(Optional.empty()).sweep();
    assertThat(rows()).containsOnly(0L);
  }
}
