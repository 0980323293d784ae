package parcelrecon.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that dies in a batch takes nothing of that batch with it, and leaves nothing of it. */
abstract class KilledClients {

  private static final long TOOK_SECONDS_MAX = 60;

  /** InnoDB tells those who ask more often than every 100 ms what it told before. */
  private static final long POLL_MILLIS = 200;

  @TempDir Path directory;

  private final Server server;
  private final String waitingSessions;
  private final String sessionsOfClients;

  /**
   * @param waitingSessions counts sessions that wait for a row
   * @param sessionsOfClients counts those of command-line clients
   */
  KilledClients(Server server, String waitingSessions, String sessionsOfClients) {
    this.server = server;
    this.waitingSessions = waitingSessions;
    this.sessionsOfClients = sessionsOfClients;
  }

  @Test
  void batch_leavesNothing_whenItsClientIsKilled_andIsCompletedByTheNext() throws Exception {
    ThreeBatches three = ThreeBatches.create(server, directory);
    OutboundTable table = three.table();
    FixFiles files = three.files();
    try (Connection other = server.connect(table.url());
        Connection watch = server.connect(table.url())) {
      other.setAutoCommit(false);
      String row = three.batch(1).get(250);
      Server.run(
          other, "select * from parcel_outbound where outbound_id = '" + row + "' for update");
      Process client = ClientRun.client(table).start(files.fixes());
      discardOutput(client);
      await(watch, waitingSessions, 1);
      client.destroyForcibly();
      assertThat(client.waitFor(TOOK_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      other.rollback();
      await(watch, sessionsOfClients, 0);
    }
    assertThat(table.rows()).isEqualTo(three.changed(three.before(), three.batch(0)));
    assertThat(ClientRun.of(table, files.fixes()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.changed(three.before(), three.ids()));
    assertThat(ClientRun.of(table, files.rollbacks()).exit()).isZero();
    assertThat(table.rows()).isEqualTo(three.before());
  }

  private static void discardOutput(Process client) {
    CompletableFuture.runAsync(
        () -> {
          try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void await(Connection watch, String count, long expected)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TOOK_SECONDS_MAX);
    while (count(watch, count) != expected) {
      assertThat(System.nanoTime()).as(count).isLessThan(end);
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static long count(Connection watch, String sql) throws SQLException {
    try (Statement statement = watch.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
