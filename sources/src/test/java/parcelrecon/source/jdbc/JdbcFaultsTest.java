package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.Split;

/** What a database refuses, and what we refuse to do to it. */
class JdbcFaultsTest {

  private static final String GOOD =
      "select id as parcel_id, 'COD' as payment, 1 as amount_due, at as completed_at from t"
          + " where at >= :from and at < :to";

  @TempDir Path folder;
  private H2Site site;

  @BeforeEach
  void createSite() throws SQLException {
    site =
        new H2Site(folder)
            .run(
                "create table t (id varchar(10), at timestamp)",
                "insert into t values ('P1', timestamp '2022-04-13 19:40:00')")
            .query(GOOD);
  }

  private static ProblemException problem(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call);
  }

  private ProblemException planProblem() {
    return problem(site::plan);
  }

  @Test
  void wrongPassword_isUnreachable_andTheSecretIsNotTold() {
    ProblemException problem = problem(() -> site.password("s3cret").plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem)
        .hasMessageStartingWith("sources.outbound: jdbc:h2:file:")
        .hasMessageContaining("refused user or password")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void missingDatabase_isUnreachable_andIsNotCreated() {
    Path missing = folder.resolve("missing");
    ProblemException problem = problem(() -> site.withUrl("jdbc:h2:file:" + missing).plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(problem).hasMessageContaining("database not found");
    assertThat(Files.exists(folder.resolve("missing.mv.db"))).isFalse();
  }

  @Test
  void missingColumn_isAConfigurationProblem_namingFileAndColumnsSeen() {
    site.query("select id as parcel_id, 'COD' as payment, at as completed_at from t");
    ProblemException problem = planProblem();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem)
        .hasMessageStartingWith(
            "sql/rows.sql: no column amount_due (seen parcel_id, payment, completed_at).");
  }

  @Test
  void missingColumn_isTold_whenOnlySeenWhileReading() {
    Split split = site.plan().splits().get(0);
    site.query("select id as parcel_id from t");
    ProblemException problem =
        problem(
            () -> {
              try (JdbcSource source = site.source()) {
                source.read(split, new CollectingSink());
              }
            });
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageContaining("amount_due, payment");
  }

  @Test
  void outboundId_isRequired_whenParcelsAreLookedUp() {
    site.byKey(GOOD.replaceAll("where.*", "where id in (<parcel_ids>)"));
    assertThat(planProblem()).hasMessageContaining("no column outbound_id");
  }

  @Test
  void brokenStatement_isAConfigurationProblem_inTheDatabasesWords() {
    ProblemException problem = problem(() -> site.query("select id frm t").plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem)
        .hasMessageStartingWith("sql/rows.sql: ")
        .hasMessageContaining("select id frm [*]t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from t where at >= :from",
        "drop table t",
        "select id as parcel_id, 'COD' as payment, 1 as amount_due, at as completed_at"
            + " from final table (update t set id = 'X')",
        GOOD + "; delete from t"
      })
  void statementThatWrites_changesNothing(String writing) throws SQLException {
    site.query(writing);
    ProblemException problem = problem(site::readAll);
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    try (Connection connection = site.connect();
        var rows = connection.createStatement().executeQuery("select id from t")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("P1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":form", ":day_from"})
  void unknownParameter_isTold_withTheOnesExpected(String parameter) {
    site.query(GOOD.replace(":from", parameter));
    ProblemException problem = planProblem();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageContaining(parameter).hasMessageContaining(":from and :to");
  }

  @Test
  void parameterWithoutName_isTold_withTheOnesExpected() {
    site.query(GOOD.replace(":from", "?").replace(":to", "?"));
    assertThat(planProblem()).hasMessageContaining("\"?\" has no name, expected :from and :to");
  }

  @Test
  void byKeyStatement_isRefused_whenItTakesNoList() {
    String withId = GOOD.replace("select", "select id as outbound_id,");
    site.query(withId).byKey(withId.replaceAll("where.*", ""));
    ProblemException problem = planProblem();
    assertThat(problem).hasMessageStartingWith("sql/by_key.sql: the statement has no list");
  }

  @Test
  void dayTotal_isRefused_whenItIsNoNumber() {
    ProblemException problem = problem(() -> site.dayTotal("select 'many'").plan());
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageStartingWith("sql/day_total.sql: ");
  }

  @Test
  void reading_ends_whenTheStatementFailsHalfWay() throws SQLException {
    site.run("insert into t values ('x', timestamp '2022-04-13 19:40:01')");
    site.query(GOOD.replace("1 as", "case when id = 'x' then 1 / 0 else 1 end as"));
    ProblemException problem = problem(site::readAll);
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem).hasMessageContaining("Division by zero");
  }
}
