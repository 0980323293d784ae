package parcelrecon.report.datafix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.report.SampleRun;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/** The scripts run by a real H2, whose session is in another zone than the site. */
class ScriptsOnH2Test {

  private static final String REVERT = "001-revert-outbound.sql";
  private static final String REVERT_ROLLBACK = "001-revert-outbound.rollback.sql";
  private static final String COMPLETE = "002-complete-outbound.sql";
  private static final String COMPLETE_ROLLBACK = "002-complete-outbound.rollback.sql";

  @TempDir Path directory;

  private Connection database;
  private PackageFolder folder;

  @BeforeEach
  void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:h2:mem:;TIME ZONE=America/New_York");
    folder =
        PackageFolder.write(SampleRun.incident(), Optional.of(SampleSettings.DATAFIX), directory);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private void table(String deadlineType) throws SQLException {
    execute(
        "create table parcel_outbound (outbound_id varchar(40) primary key, status varchar(20),"
            + " row_version int, pickup_deadline "
            + deadlineType
            + ")");
    execute("set time zone 'Asia/Taipei'");
    execute(
        "insert into parcel_outbound values"
            + " ('OUT-P-0004-0', 'PICKED_UP', 1, timestamp '2022-04-19 23:59:59'),"
            + " ('OUT-P-0006-0', 'PICKED_UP', 1, timestamp '2022-04-19 23:59:59'),"
            + " ('OUT-P-0031-0', 'REQUESTED', 1, timestamp '2022-04-19 23:59:59'),"
            + " ('OUT-P-OTHER', 'PICKED_UP', 1, null)");
    execute("set time zone 'America/New_York'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "timestamp with time zone"})
  void script_changesOneRowAStatement_whenTheRowsAreAsSeen(String deadlineType) throws Exception {
    table(deadlineType);
    assertThat(run(REVERT)).containsExactly(1, 1);
    assertThat(run(COMPLETE)).containsExactly(1);
    execute("set time zone 'Asia/Taipei'");
    assertThat(rows())
        .containsExactly(
            "OUT-P-0004-0|AWAITING_PICKUP|2|2022-04-23 12:00:00",
            "OUT-P-0006-0|AWAITING_PICKUP|2|2022-04-23 12:00:00",
            "OUT-P-0031-0|PICKED_UP|2|2022-04-19 23:59:59",
            "OUT-P-OTHER|PICKED_UP|1|null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "timestamp with time zone", "timestamp(9)"})
  void rollback_restoresEveryRow(String deadlineType) throws Exception {
    table(deadlineType);
    List<String> before = rows();
    run(REVERT);
    run(COMPLETE);
    assertThat(run(COMPLETE_ROLLBACK)).containsExactly(1);
    assertThat(run(REVERT_ROLLBACK)).containsExactly(1, 1);
    execute("set time zone 'America/New_York'");
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'AWAITING_PICKUP'",
        "row_version = 2",
        "pickup_deadline = dateadd(second, 1, pickup_deadline)",
        "pickup_deadline = null"
      })
  void script_leavesARowAlone_whenItHasMovedSince(String moved) throws Exception {
    table("timestamp");
    execute("update parcel_outbound set " + moved + " where outbound_id = 'OUT-P-0004-0'");
    List<String> before = rows();
    assertThat(run(REVERT)).containsExactly(0, 1);
    execute("set time zone 'America/New_York'");
    assertThat(rows().get(0)).isEqualTo(before.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "UTC", "+08:00", "GMT+8", "UTC+08:00", "Asia/Kathmandu"})
  void script_runs_whateverTheSitesZoneIsCalled(String zone, @TempDir Path other) throws Exception {
    table("timestamp with time zone");
    DatafixSettings site = SampleSettings.datafix(Dialect.H2, ".*", ZoneId.of(zone));
    folder = PackageFolder.write(SampleRun.incident(), Optional.of(site), other);
    assertThat(run(REVERT)).containsExactly(1, 1);
  }

  @Test
  void script_changesNothing_whenRunASecondTime() throws Exception {
    table("timestamp");
    run(REVERT);
    assertThat(run(REVERT)).containsExactly(0, 0);
  }

  @Test
  void rollback_leavesARowAlone_whenItHasMovedOn() throws Exception {
    table("timestamp");
    run(REVERT);
    execute("update parcel_outbound set row_version = 3 where outbound_id = 'OUT-P-0004-0'");
    assertThat(run(REVERT_ROLLBACK)).containsExactly(0, 1);
  }

  @Test
  void rollback_changesNothing_whenTheScriptWasNeverRun() throws Exception {
    table("timestamp");
    assertThat(run(REVERT_ROLLBACK)).containsExactly(0, 0);
    assertThat(run(COMPLETE_ROLLBACK)).containsExactly(0);
  }

  /** Runs a script and returns the counts of its updates. */
  private List<Integer> run(String file) throws IOException, SQLException {
    List<Integer> counts = new ArrayList<>();
    for (String statement : folder.text(file).split(";\n")) {
      if (!statement.isBlank()) {
        int count = execute(statement);
        if (!statement.contains("set time zone")) {
          counts.add(count);
        }
      }
    }
    return counts;
  }

  private int execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select outbound_id, status, row_version,"
                    + " formatdatetime(cast(pickup_deadline as timestamp), 'yyyy-MM-dd HH:mm:ss')"
                    + " from parcel_outbound order by outbound_id")) {
      while (result.next()) {
        rows.add(
            result.getString(1)
                + "|"
                + result.getString(2)
                + "|"
                + result.getInt(3)
                + "|"
                + result.getString(4));
      }
    }
    return rows;
  }
}
