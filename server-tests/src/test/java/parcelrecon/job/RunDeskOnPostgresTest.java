package parcelrecon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.app.configuration.Problems;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.app.configuration.SiteFile;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Incident;
import parcelrecon.model.Window;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunState;
import parcelrecon.results.RunStore;
import parcelrecon.server.PostgresServer;

@Timeout(300)
class RunDeskOnPostgresTest {

  private static final Instant FROM = Instant.parse("2022-04-13T11:00:00Z");
  private static final Instant TO = Instant.parse("2022-04-13T12:00:00Z");

  @TempDir Path folder;

  /** A pool hands out unseen what was used less than half a second before. */
  private static final long POOL_LOOKS_MILLIS = 1_000;

  private static final String END_CONNECTIONS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  /** The connection that held it is gone, too: the process must not take itself for the holder. */
  @Test
  void run_isGoneOnWithByTheSameProcess_whenItBegan_asTheDatabaseWentAway() throws Exception {
    String url = PostgresServer.shared().newDatabase();
    SiteConfiguration site = site(url);
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(site::site, database)) {
      long run =
          desk.start(
              request(),
              begin -> {
                long begun = begin.getAsLong();
                execute(url, "alter table run rename to run_away");
                execute(url, END_CONNECTIONS);
                return begun;
              });
      awaitEnd(desk);
      awaitEndOf("lease-of-run-" + run);
      Thread.sleep(POOL_LOOKS_MILLIS);
      execute(url, "alter table run_away rename to run");

      desk.resume(run, LongSupplier::getAsLong);
      awaitEnd(desk);
      assertThat(new RunStore(database).find(run).orElseThrow().state())
          .isEqualTo(RunState.COMPLETE);
    }
  }

  /** As it said that it goes on; others may go on with it, and so may this process. */
  @Test
  void run_isFree_whenItsConnectionEndedAsItWasTaken() throws Exception {
    String url = PostgresServer.shared().newDatabase();
    SiteConfiguration site = site(url);
    byte[] payments = Files.readAllBytes(folder.resolve("payments.csv"));
    Files.delete(folder.resolve("payments.csv"));
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        ResultsDatabase other = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(site::site, database)) {
      long run = desk.start(request(), LongSupplier::getAsLong);
      awaitEnd(desk);
      Files.write(folder.resolve("payments.csv"), payments);
      execute(
          url,
          "create function cut() returns trigger language plpgsql as"
              + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$");
      execute(
          url,
          "create trigger cut before update of state on run for each row execute function cut()");
      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(() -> desk.resume(run, LongSupplier::getAsLong));
      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(() -> desk.resume(run, taken -> database.inTurn(any -> taken.getAsLong())));
      execute(url, "drop trigger cut on run");

      assertThat(new RunStore(other).take(run)).isTrue();
      new RunStore(other).release(run);
      complete(database, desk, run);
    }
  }

  /** Between any two statements of a run, and of its being gone on with. */
  @Test
  @Timeout(3600)
  void run_isCompleted_wheneverItsConnectionsEnd() throws Exception {
    int times = Integer.getInteger("parcelrecon.connection-ends", 8);
    Random random = new Random(20220413);
    String url = PostgresServer.shared().newDatabase();
    SiteConfiguration site = site(url);
    try (ResultsDatabase database = ResultsDatabase.open(site.results());
        RunDesk desk = new RunDesk(site::site, database)) {
      complete(database, desk, desk.start(request(), LongSupplier::getAsLong));
      long begun = System.nanoTime();
      desk.start(request(), LongSupplier::getAsLong);
      awaitEnd(desk);
      int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      for (int i = 0; i < times; i++) {
        long run = desk.start(request(), LongSupplier::getAsLong);
        Thread.sleep(random.nextInt(millis));
        execute(url, END_CONNECTIONS);
        awaitEnd(desk);
        Thread.sleep(POOL_LOOKS_MILLIS);
        desk.interruptLeftRunning();
        desk.resume(run, LongSupplier::getAsLong);
        Thread.sleep(random.nextInt(millis));
        execute(url, END_CONNECTIONS);
        complete(database, desk, run);
      }
    }
  }

  private static void complete(ResultsDatabase database, RunDesk desk, long run)
      throws InterruptedException {
    awaitEnd(desk);
    Thread.sleep(POOL_LOOKS_MILLIS);
    desk.interruptLeftRunning();
    desk.resume(run, LongSupplier::getAsLong);
    awaitEnd(desk);
    assertThat(new RunStore(database).find(run).orElseThrow().state())
        .as("run %s %s", run, desk.outcome(run))
        .isEqualTo(RunState.COMPLETE);
  }

  private static void awaitEnd(RunDesk desk) throws InterruptedException {
    while (desk.inHand().isPresent()) {
      Thread.sleep(5);
    }
  }

  private static void awaitEndOf(String thread) throws InterruptedException {
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().equals(thread)) {
        each.join();
      }
    }
  }

  private SiteConfiguration site(String url) throws IOException {
    Files.writeString(
        folder.resolve("outbound.csv"),
        "parcel_id,payment,amount_due,outbound_id,store_id,requested_at,completed_at\n"
            + "P1,COD,500,O1,S1,2022-04-13T19:42:00,2022-04-13T19:42:01\n");
    Files.writeString(
        folder.resolve("payments.csv"),
        "parcel_id,payment_id,amount,paid_at\nP1,M1,500,2022-04-13T19:42:03\n");
    Files.writeString(
        folder.resolve("recon.yaml"),
        """
        zone: Asia/Taipei
        currency: TWD
        results: { url: "%s", user: %s }
        work: ./work
        sources:
          outbound: { csv: { files: outbound.csv } }
          payments: { independent: true, csv: { files: payments.csv } }
        """
            .formatted(url, PostgresServer.OWNER));
    Problems problems = new Problems();
    var read = SiteFile.read(folder.resolve("recon.yaml"), name -> Optional.empty(), problems);
    problems.throwIfAny();
    return read.orElseThrow();
  }

  private ReconcileRequest request() {
    Incident incident =
        new Incident(
            "evening",
            "",
            "",
            new Window(FROM, TO, ZoneId.of("Asia/Taipei")),
            Incident.Times.UNKNOWN,
            List.of(),
            List.of());
    return new ReconcileRequest(
        incident,
        TO,
        Optional.empty(),
        new RunRow.Options(folder.resolve("out"), "en", 1, ScriptForm.SCRIPT, false));
  }

  private static void execute(String url, String sql) {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
