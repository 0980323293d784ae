package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.server.MariaDbServer;
import parcelrecon.source.SourcePlan;

/** What a real replica of MariaDB tells of itself, to both drivers. */
@ParameterizedClass
@EnumSource(names = {"MARIADB", "MYSQL"})
@Timeout(180)
class JdbcReplicaTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

  private static MariaDbServer primary;
  private static MariaDbServer replica;

  @Parameter SiteDatabase database;
  private JdbcSite site;

  @BeforeAll
  static void startBoth() throws SQLException {
    primary = MariaDbServer.start("--log-bin=log", "--server-id=1");
    replica = MariaDbServer.start("--server-id=2", "--read-only");
    String position = position();
    on(
        primary,
        "create database network",
        "create table network.t (id int, at datetime)",
        "create or replace user poor identified by 'poor'",
        "grant select on network.* to poor");
    on(
        replica,
        """
        change master to master_host = '127.0.0.1', master_port = %d, master_user = '%s',
          master_password = '%s', master_ssl = 0, master_ssl_verify_server_cert = 0, %s
        """
            .formatted(primary.port(), MariaDbServer.OWNER, MariaDbServer.OWNER, position),
        "start slave");
    become("Seconds_Behind_Master", "0");
  }

  /** After what made the primary's own accounts, which the replica has as well. */
  private static String position() throws SQLException {
    return "master_log_file = '" + written("File") + "', master_log_pos = " + written("Position");
  }

  private static String written(String column) throws SQLException {
    try (Connection connection = MariaDbServer.connect(primary.url(""));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show master status")) {
      row.next();
      return row.getString(column);
    }
  }

  /** Before it has begun with what is left, a replica says that it is not behind. */
  private static void becomeCurrent() throws SQLException {
    become("Exec_Master_Log_Pos", written("Position"));
    become("Seconds_Behind_Master", "0");
  }

  @AfterAll
  static void stopBoth() {
    replica.close();
    primary.close();
  }

  private static void on(MariaDbServer server, String... statements) throws SQLException {
    try (Connection connection = MariaDbServer.connect(server.url(""))) {
      SiteDatabase.run(connection, statements);
    }
  }

  @BeforeEach
  void readTheReplica() {
    String url = replica.url("network");
    site =
        new JdbcSite(
                database, database == SiteDatabase.MYSQL ? url.replace("mariadb", "mysql") : url)
            .of(SourceName.PAYMENTS)
            .query("select id as parcel_id, id as payment_id, 1 as amount, at as paid_at from t");
  }

  private static String status(String column) throws SQLException {
    try (Connection connection = MariaDbServer.connect(replica.url(""));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show slave status")) {
      row.next();
      return row.getString(column);
    }
  }

  private static void become(String column, String value) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!value.equals(status(column))) {
      assertThat(Instant.now()).as(column + " " + status(column)).isBefore(end);
      LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }
  }

  private static List<Code> ofReplica(SourcePlan plan) {
    return plan.reasons().stream()
        .map(Reason::code)
        .filter(code -> code.name().startsWith("REPLICA"))
        .toList();
  }

  @Test
  void replica_tellsHowFarBehindItIs_andThatItDoesNotKnow_whenItStands() throws SQLException {
    on(replica, "stop slave", "change master to master_delay = 0", "start slave");
    becomeCurrent();
    Instant before = Instant.now().minusSeconds(5);
    SourcePlan current = site.plan();
    assertThat(ofReplica(current)).isEmpty();
    assertThat(current.completeThrough())
        .hasValueSatisfying(t -> assertThat(t).isBetween(before, Instant.now()));

    on(replica, "stop slave", "change master to master_delay = 7200", "start slave");
    on(
        primary,
        "set timestamp = unix_timestamp() - 3600",
        "insert into network.t values (1, now())");
    Instant hourAgo = Instant.now().minusSeconds(3600);
    become(
        "Slave_SQL_Running_State",
        "Waiting until MASTER_DELAY seconds after master executed event");
    SourcePlan behind = site.all().plan();
    assertThat(ofReplica(behind)).containsExactly(Code.REPLICA_BEHIND);
    assertThat(behind.completeThrough())
        .hasValueSatisfying(
            t -> assertThat(t).isBetween(hourAgo.minusSeconds(60), hourAgo.plusSeconds(60)));

    on(replica, "stop slave sql_thread");
    assertThat(ofReplica(site.plan())).containsExactly(Code.REPLICA_OF_UNKNOWN_AGE);
  }

  /** The account may not see the replica's state, but that nobody writes there. */
  @Test
  void replicaThatTheAccountMayNotSee_isOfUnknownAge() throws SQLException {
    on(replica, "start slave");
    become("Slave_SQL_Running", "Yes");
    on(
        replica,
        "create or replace user poor identified by 'poor'",
        "grant select on network.* to poor");
    assertThat(ofReplica(site.login("poor", "poor").plan()))
        .containsExactly(Code.REPLICA_OF_UNKNOWN_AGE);
  }
}
