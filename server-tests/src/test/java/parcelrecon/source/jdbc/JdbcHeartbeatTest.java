package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Gap;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.SourceName;
import parcelrecon.model.Window;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.SourcePlan;

/** A replica's age, told by a time that the site writes on the primary again and again. */
@ParameterizedClass
@EnumSource(SiteDatabase.class)
class JdbcHeartbeatTest {

  @Parameter SiteDatabase database;

  /** Payments of a window that ended long ago, with a heartbeat of the given form. */
  private JdbcSite beating(String type, String literal) throws SQLException {
    return new JdbcSite(database)
        .of(SourceName.PAYMENTS)
        .run(
            "create table heartbeat (ts " + type + ")",
            "insert into heartbeat values (" + literal + ")")
        .query(
            "select 'P1' as parcel_id, 'Y' as payment_id, 1 as amount, ts as paid_at from heartbeat")
        .heartbeat("select max(ts) from heartbeat");
  }

  private static List<Reason> ofReplica(SourcePlan plan) {
    return plan.reasons().stream()
        .filter(reason -> reason.code().name().startsWith("REPLICA"))
        .toList();
  }

  private static Reason behind(String instant) {
    return new Reason(
        Code.REPLICA_BEHIND,
        List.of(instant),
        Optional.of(new Gap(Instant.parse(instant), Window.ALL_TO)));
  }

  @ParameterizedTest
  @CsvSource({
    "instant,2022-04-13 12:00:00",
    "local,2022-04-13 20:00:00",
    "text,2022-04-13T20:00:00"
  })
  void heartbeatBeforeTheWindowsEnd_takesAwayWhatCameLater(String form, String time)
      throws SQLException {
    String type =
        switch (form) {
          case "instant" -> database.instantType();
          case "local" -> database.localType();
          default -> "varchar(26)";
        };
    SourcePlan plan = beating(type, "'" + time + "'").plan();
    assertThat(ofReplica(plan)).containsExactly(behind("2022-04-13T12:00:00Z"));
    assertThat(plan.completeThrough()).hasValue(Instant.parse("2022-04-13T12:00:00Z"));
  }

  @Test
  void heartbeatAfterTheWindowsEnd_takesNothingAway_butIsWherePaymentsEnd() throws SQLException {
    SourcePlan plan = beating(database.instantType(), "'2022-04-13 12:22:00'").plan();
    assertThat(ofReplica(plan)).isEmpty();
    assertThat(plan.completeThrough()).hasValue(Instant.parse("2022-04-13T12:22:00Z"));
  }

  /** Of everything up to now, a few seconds are never there; hours are. */
  @Test
  void heartbeatOfNow_takesNothingAwayFromEverything_anOlderOneDoes() throws SQLException {
    JdbcSite site = beating("varchar(40)", "null").all();
    site.run("update heartbeat set ts = '" + Instant.now() + "'");
    assertThat(ofReplica(site.plan())).isEmpty();
    site.run("update heartbeat set ts = '" + Instant.now().minus(Duration.ofHours(1)) + "'");
    assertThat(ofReplica(site.plan()))
        .extracting(Reason::code)
        .containsExactly(Code.REPLICA_BEHIND);
  }

  @Test
  void heartbeatThatSaysNothing_leavesTheAgeUnknown() throws SQLException {
    JdbcSite site = beating(database.instantType(), "null");
    assertThat(ofReplica(site.plan())).containsExactly(Reason.of(Code.REPLICA_OF_UNKNOWN_AGE));
    assertThat(ofReplica(site.heartbeat("select ts from heartbeat where 1 = 0").plan()))
        .containsExactly(Reason.of(Code.REPLICA_OF_UNKNOWN_AGE));
  }

  @Test
  void heartbeatThatIsNoTime_isAConfigurationProblem() throws SQLException {
    JdbcSite site = beating("varchar(10)", "'late'");
    ProblemException problem = catchThrowableOfType(ProblemException.class, site::plan);
    assertThat(problem.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(problem)
        .hasMessageStartingWith("sql/heartbeat.sql: the heartbeat \"late\" is not a time");
  }

  @Test
  void primary_tellsNothingOfReplicas() throws SQLException {
    assertThat(ofReplica(beating(database.instantType(), "null").heartbeat(null).plan())).isEmpty();
  }
}
