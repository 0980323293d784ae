package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.SourceRecord;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.jdbc.JdbcSite.Rows;

/** What a server refuses, how it goes away, and what it is not let do. */
@ParameterizedClass
@EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
@Timeout(60)
class JdbcServerFaultsTest {

  private static final String COLUMNS =
      "select id as outbound_id, id as parcel_id, 'COD' as payment, 1 as amount_due,"
          + " at as completed_at from t";
  private static final String GOOD = COLUMNS + " where at >= :from and at < :to";
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Parameter SiteDatabase database;
  private JdbcSite site;

  @BeforeEach
  void createSite() throws SQLException {
    site =
        new JdbcSite(database)
            .run(
                "create table t (id varchar(10), at " + database.localType() + ")",
                "insert into t values ('P1', '2022-04-13 19:40:00')")
            .query(GOOD);
  }

  private static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }

  private boolean isPostgres() {
    return database == SiteDatabase.POSTGRESQL;
  }

  @Test
  void wrongLogin_isUnreachable_andTheSecretIsNotTold() {
    ProblemException problem = problem(() -> site.login("nobody", "s3cret").plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem)
        .hasMessageStartingWith("sources.outbound: jdbc:")
        .hasMessageContaining("refused user or password")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void missingDatabase_isUnreachable() {
    ProblemException problem = problem(() -> new JdbcSite(database, site.url() + "x").plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem).hasMessageContaining("database not found");
  }

  @Test
  void serverThatIsNotThere_isUnreachable() {
    String nowhere = site.url().replaceAll(":\\d+/", ":1/");
    ProblemException problem = problem(() -> new JdbcSite(database, nowhere).plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem).hasMessageContaining("cannot be reached (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id frm t",
        "select id as parcel_id from t2",
        "select outbound_id as parcel_id from t",
        "select id as parcel_id from t where id = :form"
      })
  void brokenStatement_isAConfigurationProblem_namingItsFile(String sql) {
    ProblemException problem = problem(() -> site.query(sql).plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageStartingWith("sql/rows.sql: ").hasMessageNotContaining("conn=");
  }

  @Test
  void statementThatMayNotBeRun_isAConfigurationProblem() throws SQLException {
    site.run(
        isPostgres()
            ? "create role poor login"
            : "create or replace user poor identified by 'poor'",
        "create table other (id varchar(10))",
        isPostgres() ? "select 1" : "grant select on " + site.name() + ".other to poor");
    ProblemException problem = problem(() -> site.login("poor", "poor").readAll());
    site.run("drop " + (isPostgres() ? "role" : "user") + " poor");
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageContaining("denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from t where at >= :from",
        "drop table t",
        "create table t2 (a int)",
        GOOD + "; delete from t",
        "%RETURNING%",
        "%FUNCTION%",
        "%FILE%"
      })
  void statementThatWrites_isRefused_andChangesNothing(String writing) throws SQLException {
    site.run(
        isPostgres()
            ? "create function wipe() returns int language sql as 'delete from t returning 1'"
            : "create function wipe() returns int begin delete from t; return 1; end");
    String sql =
        switch (writing) {
          case "%RETURNING%" ->
              isPostgres()
                  ? "with gone as (delete from t returning *) "
                      + COLUMNS.replace("from t", "from gone")
                  : "insert into t (id) values ('x') returning id as parcel_id";
          case "%FUNCTION%" -> GOOD.replace("1 as amount_due", "wipe() as amount_due");
          case "%FILE%" ->
              isPostgres() ? "copy t to '/nowhere/x'" : COLUMNS + " into outfile '/nowhere/x'";
          default -> writing;
        };

    ProblemException problem = problem(() -> site.query(sql).readAll());

    assertThat(problem).as(sql).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(site.query(GOOD).readAll().parcels()).containsExactly("P1");
  }

  @Test
  void lockOfSomebodyElse_isUnreachable_andWaitedForOnlySoLong() throws SQLException {
    try (Connection other = site.connect()) {
      other.setAutoCommit(false);
      SiteDatabase.run(
          other, isPostgres() ? "lock table t in access exclusive mode" : "lock tables t write");
      ProblemException problem = problem(() -> site.limits(Duration.ofMinutes(1), SHORT).readAll());
      other.rollback();
      assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(problem)
          .hasMessageStartingWith(
              "sources.outbound: sql/rows.sql waited 1 s for a lock that somebody else holds")
          .hasMessageEndingWith("See who holds it, then resume.");
    }
  }

  @Test
  void statementThatTakesTooLong_isUnreachable() {
    site.query(
            "select 'P1' as outbound_id, 'P1' as parcel_id, 'COD' as payment, count(*) as amount_due,"
                + " '2022-04-13T19:40:00' as completed_at from "
                + database.numbers(100_000_000_000L))
        .limits(SHORT, SHORT);
    ProblemException problem = problem(site::readAll);
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem).hasMessageContaining("sql/rows.sql was not answered within 1 s");
  }

  @Test
  void connectionLostInMidRead_isUnreachable_sayingSo() {
    site.query(
        "select concat('P', n) as parcel_id, concat('P', n) as outbound_id, 'COD' as payment,"
            + " 1 as amount_due, '2022-04-13T19:40:00' as completed_at from "
            + database.numbers(10_000_000L));
    Rows rows =
        new Rows() {
          private int seen;

          @Override
          public void accept(SourceRecord row) {
            if (++seen == 3_000) {
              endOtherSessions();
            }
          }
        };
    try (JdbcSource source = site.login(database.user(), database.password()).source()) {
      var split = site.plan(source).splits().get(0);
      ProblemException problem = problem(() -> source.read(split, rows));
      assertThat(problem)
          .hasMessageStartingWith("sources.outbound: sql/rows.sql connection lost (")
          .hasMessageEndingWith("See that the database is up, then resume.");
      assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }
  }

  /** As a DBA would: all that are in this database but his own. */
  private void endOtherSessions() {
    try (Connection dba = site.connect()) {
      if (isPostgres()) {
        SiteDatabase.run(
            dba,
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        return;
      }
      List<Long> ids = new java.util.ArrayList<>();
      try (var statement = dba.createStatement();
          var sessions =
              statement.executeQuery(
                  "select id from information_schema.processlist"
                      + " where db = database() and id <> connection_id()")) {
        while (sessions.next()) {
          ids.add(sessions.getLong(1));
        }
      }
      for (long id : ids) {
        SiteDatabase.run(dba, "kill " + id);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Settings of the site's that would end our session or cut its rows without a word. */
  @Test
  void settingsOfTheServer_neitherCutRowsNorEndTheSession() throws SQLException {
    String settings =
        isPostgres()
            ? "concat(current_setting('statement_timeout'), ' ', current_setting('lock_timeout'), ' ',"
                + " current_setting('idle_in_transaction_session_timeout'), ' ',"
                + " current_setting('transaction_timeout'))"
            : "concat_ws(' ', @@max_statement_time, @@lock_wait_timeout, @@wait_timeout,"
                + " @@sql_select_limit)";
    site.query(
        "select "
            + settings
            + " as parcel_id, 'COD' as payment, 1 as amount_due,"
            + " '2022-04-13T19:40:00' as completed_at");
    try (Connection dba = site.connect()) {
      strict(dba, true);
      String seen = site.readAll().parcels().get(0);
      strict(dba, false);
      assertThat(seen)
          .isEqualTo(isPostgres() ? "30min 1min 0 0" : "1800.000000 60 86400 18446744073709551615");
    }
  }

  private void strict(Connection dba, boolean isStrict) throws SQLException {
    if (isPostgres()) {
      for (String name : List.of("statement_timeout", "idle_in_transaction_session_timeout")) {
        SiteDatabase.run(
            dba,
            "alter database "
                + site.name()
                + (isStrict ? " set " + name + " = '5s'" : " reset " + name));
      }
    } else {
      SiteDatabase.run(
          dba,
          "set global sql_select_limit = " + (isStrict ? "0" : "18446744073709551615"),
          "set global max_statement_time = " + (isStrict ? "5" : "0"),
          "set global wait_timeout = " + (isStrict ? "5" : "28800"));
    }
  }

  @Test
  void byKey_isRefusedAtOnce_whenItsColumnIsNoText() throws SQLException {
    site.run("create table n (id bigint)")
        .byKey(
            COLUMNS.replace("from t", "from n").replace("at as", "null as")
                + " where id in (<parcel_ids>)");
    if (isPostgres()) {
      ProblemException problem = problem(site::plan);
      assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(problem).hasMessageStartingWith("sql/by_key.sql: ");
    } else {
      assertThat(site.plan().splits()).hasSize(1);
    }
  }
}
