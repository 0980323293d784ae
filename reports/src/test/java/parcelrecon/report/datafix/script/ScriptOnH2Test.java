package parcelrecon.report.datafix.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.model.Outbound.OutboundState;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Columns;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.report.text.Texts;

/** Scripts run by H2's own tools, as a DBA would run them. */
class ScriptOnH2Test {

  private static final String OLD = "2022-04-19 23:59:59.000000";
  private static final String NEW = "2022-04-23 12:00:00.123456";

  private H2Site site;

  @BeforeEach
  void open() throws SQLException {
    site = H2Site.open();
  }

  @AfterEach
  void close() throws SQLException {
    site.close();
  }

  private static String script(String file, int rows) throws IOException {
    return H2Site.script(file, H2Site.changes(rows), SampleSettings.DATAFIX, Optional.empty());
  }

  private static String fix(int rows) throws IOException {
    return script(H2Site.FIX, rows);
  }

  private static String rollback(int rows) throws IOException {
    return script(H2Site.ROLLBACK, rows);
  }

  private void refuses(String script, String column) {
    assertThatThrownBy(() -> site.run(script))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll("NULL not allowed", column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp(6) with time zone", "timestamp(6)", "timestamp(9)"})
  void script_changesWhatItNames_andRollbackRestoresIt(String deadline) throws Exception {
    site.withRows(
        4,
        "outbound_id varchar(40) primary key, status varchar(20), row_version int,"
            + " pickup_deadline "
            + deadline);
    List<String> before = site.table();
    site.run(fix(3));
    assertThat(site.table())
        .containsExactly(
            "OB-0001|AWAITING_PICKUP|2|" + NEW,
            "OB-0002|AWAITING_PICKUP|3|" + NEW,
            "OB-0003|AWAITING_PICKUP|4|" + NEW,
            "OB-0004|PICKED_UP|0|" + OLD);
    assertThat(site.rows("select row_key, state_seen, version_seen from parcel_recon_kept"))
        .containsExactly("OB-0001|PICKED_UP|1", "OB-0002|PICKED_UP|2", "OB-0003|PICKED_UP|3");
    site.run(rollback(3));
    assertThat(site.table()).isEqualTo(before);
    assertThat(site.rows("select * from parcel_recon_kept")).isEmpty();
    assertThat(site.rows("select * from parcel_recon_fix")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update parcel_outbound set row_version = 9 where outbound_id = 'OB-0550'|moved",
        "update parcel_outbound set status = 'FAILED' where outbound_id = 'OB-0550'|moved",
        "update parcel_outbound set status = 'picked_up' where outbound_id = 'OB-0550'|moved",
        "update parcel_outbound set pickup_deadline = null where outbound_id = 'OB-0550'|moved",
        "delete from parcel_outbound where outbound_id = 'OB-0550'|gone"
      })
  void batch_changesNothing_whenARowIsNotAsSeen(String since, String told) throws Exception {
    site.withRows(601);
    site.execute(since);
    List<String> before = site.table();
    refuses(fix(601), "EVERY_ROW_IS_AS_SEEN");
    assertThat(site.changed()).isEqualTo(500);
    assertThat(site.table().subList(500, before.size()))
        .isEqualTo(before.subList(500, before.size()));
    assertThat(site.shell(fix(601)))
        .containsPattern("OB-0550 .*\\| " + told)
        .contains("(1 row,", "NULL not allowed for column \"EVERY_ROW_IS_AS_SEEN\"");
    assertThat(site.table()).hasSameSizeAs(before).endsWith(before.get(before.size() - 1));
    assertThat(site.changed()).isEqualTo(500);
  }

  @Test
  void script_goesOn_whenRunAgainAfterTheRowWasPutRight() throws Exception {
    site.withRows(601);
    site.execute("update parcel_outbound set row_version = 9 where outbound_id = 'OB-0550'");
    refuses(fix(601), "EVERY_ROW_IS_AS_SEEN");
    site.execute("update parcel_outbound set row_version = 2 where outbound_id = 'OB-0550'");
    site.run(fix(601));
    assertThat(site.changed()).isEqualTo(601);
    List<String> after = site.table();
    site.run(fix(601));
    assertThat(site.table()).isEqualTo(after);
  }

  @Test
  void script_goesOn_whenItWasCut() throws Exception {
    site.withRows(1001);
    List<String> before = site.table();
    String whole = fix(1001);
    int cut = whole.indexOf("'OB-0600'", whole.lastIndexOf("'OB-0550'"));
    site.run(whole.substring(0, whole.lastIndexOf(";\n", cut) + 2));
    assertThat(site.changed()).isEqualTo(500);
    site.run(whole);
    assertThat(site.changed()).isEqualTo(1001);
    site.run(rollback(1001));
    assertThat(site.table()).isEqualTo(before);
  }

  @Test
  void script_leavesAPassedBatchAlone_whenItsRowsAreAsSeenAgain() throws Exception {
    site.withRows(2);
    List<String> before = site.table();
    site.run(fix(2));
    site.execute("update parcel_outbound set status = 'PICKED_UP', row_version = row_version - 1");
    site.execute(
        "update parcel_outbound set pickup_deadline = timestamp with time zone"
            + " '2022-04-19 23:59:59+08:00'");
    site.run(fix(2));
    assertThat(site.table()).isEqualTo(before);
  }

  @Test
  void script_runsAgain_afterItsRollback() throws Exception {
    site.withRows(501);
    site.run(fix(501));
    List<String> after = site.table();
    site.run(rollback(501));
    assertThat(site.changed()).isZero();
    site.run(fix(501));
    assertThat(site.table()).isEqualTo(after);
  }

  @Test
  void rollback_leavesARowAlone_whenItHasMovedOn() throws Exception {
    site.withRows(4);
    List<String> before = site.table();
    site.run(fix(4));
    site.execute("update parcel_outbound set row_version = 9 where outbound_id = 'OB-0001'");
    site.execute("update parcel_outbound set status = 'awaiting_pickup' where row_version = 3");
    site.execute("delete from parcel_outbound where outbound_id = 'OB-0003'");
    String printed = site.shell(rollback(4));
    assertThat(printed)
        .containsPattern("OB-0001 .*moved")
        .containsPattern("OB-0002 .*moved")
        .containsPattern("OB-0003 .*gone")
        .contains("(3 rows,")
        .doesNotContain("Error");
    assertThat(site.table())
        .containsExactly(
            "OB-0001|AWAITING_PICKUP|9|" + NEW, "OB-0002|awaiting_pickup|3|" + NEW, before.get(3));
  }

  @Test
  void rollback_isRefused_whenTheScriptWasNotRun() throws Exception {
    site.withRows(2);
    assertThatThrownBy(() -> site.run(rollback(2))).hasMessageContaining("PARCEL_RECON_FIX");
    site.run(fix(1));
    refuses(rollback(2), "SCRIPT_WAS_RUN");
    assertThat(site.changed()).isEqualTo(1);
  }

  @Test
  void rollback_restoresWhatPassed_whenTheScriptWasCut() throws Exception {
    site.withRows(601);
    site.execute("update parcel_outbound set row_version = 9 where outbound_id = 'OB-0550'");
    List<String> before = site.table();
    refuses(fix(601), "EVERY_ROW_IS_AS_SEEN");
    site.run(rollback(601));
    assertThat(site.table()).isEqualTo(before);
  }

  @Test
  void script_isRefused_whenTheDatabaseIsAnother() throws Exception {
    site.withRows(2);
    String here = site.rows("select lower(current_catalog)").get(0);
    site.run(inDatabase(here, H2Site.FIX));
    site.run(inDatabase(here, H2Site.ROLLBACK));
    changesNothing(inDatabase("shop", H2Site.FIX), "DATABASE_IS_THE_EXPECTED_ONE");
  }

  private static String inDatabase(String name, String file) throws IOException {
    return H2Site.script(
        file, H2Site.changes(2), settings("parcel_outbound", name), Optional.empty());
  }

  private static DatafixSettings settings(String table, String database) {
    return new DatafixSettings(
        Dialect.H2,
        table,
        "outbound_id",
        Pattern.compile(".*"),
        new Columns("status", "row_version", Optional.of("pickup_deadline")),
        Map.of(OutboundState.COMPLETED, "PICKED_UP"),
        7,
        ZoneId.of("Asia/Taipei"),
        Optional.empty(),
        Optional.ofNullable(database));
  }

  /** Neither where it stops at the error nor where it goes on. */
  private void changesNothing(String script, String column) throws SQLException {
    List<String> before = site.table();
    refuses(script, column);
    assertThat(site.table()).isEqualTo(before);
    assertThat(site.shell(script)).contains("NULL not allowed for column \"" + column + "\"");
    assertThat(site.table()).isEqualTo(before);
  }

  @Test
  void script_isRefused_whenItHasExpired() throws Exception {
    site.withRows(2);
    List<Change> changes = H2Site.changes(2);
    Optional<Instant> later = Optional.of(Instant.now().plusSeconds(3600));
    Optional<Instant> before = Optional.of(Instant.now().minusSeconds(1));
    String expired = H2Site.script(H2Site.FIX, changes, SampleSettings.DATAFIX, before);
    changesNothing(expired, "APPROVAL_HAS_NOT_EXPIRED");
    site.run(H2Site.script(H2Site.FIX, changes, SampleSettings.DATAFIX, later));
    assertThat(site.changed()).isEqualTo(2);
    changesNothing(expired, "APPROVAL_HAS_NOT_EXPIRED");
    site.run(H2Site.script(H2Site.ROLLBACK, changes, SampleSettings.DATAFIX, before));
    assertThat(site.changed()).isZero();
  }

  @Test
  void script_isRefused_whenTheKeyIsNotUnique() throws Exception {
    site.withRows(
        2,
        "outbound_id varchar(40), status varchar(20), row_version int, pickup_deadline"
            + " timestamp with time zone, unique (outbound_id, status)");
    changesNothing(fix(2), "KEY_IS_UNIQUE");
    site.execute("create unique index of_the_key on parcel_outbound (outbound_id)");
    site.run(fix(2));
    assertThat(site.changed()).isEqualTo(2);
  }

  @Test
  void script_isRefused_whenAColumnIsMissing() throws Exception {
    site.withRows(2);
    site.run(fix(1));
    site.run(rollback(1));
    site.execute("alter table parcel_outbound alter column row_version rename to version");
    String script = fix(2);
    assertThatThrownBy(() -> site.run(script)).hasMessageContaining("COLUMNS_ARE_THERE");
    site.shell(script);
    assertThat(site.changed()).isZero();
  }

  @Test
  void script_isRefused_whenATableOfItsNamesIsAnothers() throws Exception {
    site.withRows(2);
    site.execute("create table parcel_recon_batch (id int primary key)");
    assertThatThrownBy(() -> site.run(fix(2))).isInstanceOf(SQLException.class);
    assertThat(site.shell(fix(2))).contains("Error");
    assertThat(site.changed()).isZero();
  }

  @Test
  void batch_isUndone_whenSomethingElseTouchesTheVersion() throws Exception {
    site.withRows(2);
    site.execute(
        "create trigger twice before update on parcel_outbound for each row call '"
            + CountsTwice.class.getName()
            + "'");
    List<String> before = site.table();
    refuses(fix(2), "EVERY_ROW_WAS_CHANGED");
    assertThat(site.table()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "UTC", "+08:00", "GMT+8", "UTC+08:00", "Asia/Kathmandu"})
  void script_runs_whateverTheSitesZoneIsCalled(String zone) throws Exception {
    site.withRows(2);
    DatafixSettings settings = SampleSettings.datafix(Dialect.H2, ".*", ZoneId.of(zone));
    site.run(H2Site.script(H2Site.FIX, H2Site.changes(2), settings, Optional.empty()));
    assertThat(site.table())
        .containsExactly("OB-0001|AWAITING_PICKUP|2|" + NEW, "OB-0002|AWAITING_PICKUP|3|" + NEW);
  }

  @Test
  void script_keepsItsTablesBesideTheSites_whenTheTableHasASchema() throws Exception {
    site.execute("create schema shop");
    site.execute("set schema shop");
    site.withRows(2);
    site.execute("set schema public");
    DatafixSettings settings = settings("shop.parcel_outbound", null);
    site.run(H2Site.script(H2Site.FIX, H2Site.changes(2), settings, Optional.empty()));
    assertThat(site.rows("select count(*) from shop.parcel_recon_kept")).containsExactly("2");
    site.run(H2Site.script(H2Site.ROLLBACK, H2Site.changes(2), settings, Optional.empty()));
    assertThat(site.rows("select distinct status from shop.parcel_outbound"))
        .containsExactly("PICKED_UP");
  }

  @Test
  void script_isTheSameBytesInAllLanguages_butForItsComments() throws Exception {
    List<Change> changes = H2Site.changes(501);
    for (String file : List.of(H2Site.FIX, H2Site.ROLLBACK)) {
      List<String> scripts =
          Texts.LANGUAGES.stream()
              .map(Texts::of)
              .map(
                  texts ->
                      new Rendering(
                          SampleSettings.DATAFIX, texts, ScriptForm.SCRIPT, Optional.empty()))
              .map(rendering -> statements(file, changes, rendering))
              .distinct()
              .toList();
      assertThat(scripts).hasSize(1);
      assertThat(scripts.get(0)).matches("\\p{ASCII}+");
    }
  }

  private static String statements(String file, List<Change> changes, Rendering rendering) {
    try {
      return H2Site.script(file, changes, rendering)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .reduce("", (one, next) -> one + "\n" + next);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
