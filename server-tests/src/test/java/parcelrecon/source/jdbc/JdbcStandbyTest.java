package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import parcelrecon.model.SourceName;
import parcelrecon.server.PostgresPair;
import parcelrecon.server.PostgresServer;

/** What a real standby tells of itself; the last test takes its primary away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class JdbcStandbyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

  private static PostgresPair servers;
  private JdbcSite site;

  @BeforeAll
  static void startBoth() throws SQLException {
    servers = PostgresPair.start();
    primary("create table t (id int, at timestamptz)");
  }

  @AfterAll
  static void stopBoth() {
    servers.close();
  }

  @BeforeEach
  void readTheStandby() {
    site =
        new JdbcSite(SiteDatabase.POSTGRESQL, servers.standbyUrl())
            .of(SourceName.PAYMENTS)
            .query("select id as parcel_id, id as payment_id, 1 as amount, at as paid_at from t");
  }

  private static void primary(String sql) throws SQLException {
    try (Connection connection = PostgresServer.connect(servers.primaryUrl())) {
      SiteDatabase.run(connection, sql);
    }
  }

  private static <T> T ask(String url, String sql, Class<T> type) throws SQLException {
    try (Connection connection = PostgresServer.connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getObject(1, type);
    }
  }

  private static Instant primaryNow() throws SQLException {
    return ask(servers.primaryUrl(), "select clock_timestamp()", OffsetDateTime.class).toInstant();
  }

  private static void standbyBecomes(String condition) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ask(servers.standbyUrl(), "select " + condition, Boolean.class)) {
      assertThat(Instant.now()).as(condition).isBefore(end);
      LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }
  }

  /** Of what is inserted: these servers write it a little later. */
  private static String primaryPosition() throws SQLException {
    return "'"
        + ask(servers.primaryUrl(), "select pg_current_wal_insert_lsn()::text", String.class)
        + "'";
  }

  /** On an idle primary the time of the last transaction stands still, and nothing is missing. */
  @Test
  @Order(1)
  void standbyThatHasReplayedAll_isAsCurrentAsItsReceiver() throws SQLException {
    primary("insert into t values (1, now())");
    Instant after = primaryNow();
    primary("checkpoint");
    standbyBecomes("pg_last_wal_replay_lsn() >= " + primaryPosition());
    standbyBecomes(
        "exists (select 1 from pg_stat_wal_receiver where last_msg_receipt_time > '"
            + after
            + "')"
            + " and pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()");

    assertThat(site.plan().completeThrough()).hasValueSatisfying(t -> assertThat(t).isAfter(after));
    try (JdbcSource source = site.source()) {
      site.plan(source);
      assertThat(source.snapshot())
          .hasValueSatisfying(name -> assertThat(name).matches("lsn \\S+, snapshot \\S+"));
    }
    assertThat(site.ranges(2).readAll().parcels()).contains("1");
  }

  @Test
  @Order(2)
  void standbyThatDoesNotReplay_isAsOldAsItsLastTransaction() throws SQLException {
    primary("insert into t values (2, now())");
    standbyBecomes("pg_last_wal_replay_lsn() >= " + primaryPosition());
    SiteDatabase.run(PostgresServer.connect(servers.standbyUrl()), "select pg_wal_replay_pause()");
    Instant paused = primaryNow();
    primary("insert into t values (3, now())");
    standbyBecomes("pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()");

    assertThat(site.plan().completeThrough())
        .hasValueSatisfying(t -> assertThat(t).isBefore(paused));
    assertThat(site.readAll().parcels()).contains("2").doesNotContain("3");
    SiteDatabase.run(PostgresServer.connect(servers.standbyUrl()), "select pg_wal_replay_resume()");
  }

  @Test
  @Order(3)
  void standbyWithoutItsPrimary_isAsOldAsItsLastTransaction() throws SQLException {
    primary("insert into t values (4, now())");
    standbyBecomes("pg_last_wal_replay_lsn() >= " + primaryPosition());
    Instant stopped = primaryNow();
    servers.stopPrimary();
    standbyBecomes("not exists (select 1 from pg_stat_wal_receiver)");

    assertThat(site.plan().completeThrough())
        .hasValueSatisfying(t -> assertThat(t).isBefore(stopped));
  }
}
