package parcelrecon.report.datafix.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.datafix.ScriptForm;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.change.DatafixSettings;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;
import parcelrecon.report.text.Texts;

/** Tickets statement by statement, as a review platform runs them. */
class TicketOnH2Test {

  /** On MariaDB a row's first deadline needs to know whether its column goes by the session. */
  private static final String FIRST_DEADLINE_ASKS = "select 1 from information_schema.columns";

  private static final String NAME = "001-revert-outbound";

  private H2Site site;

  @BeforeEach
  void open() throws SQLException {
    site = H2Site.open().withRows(501);
  }

  @AfterEach
  void close() throws SQLException {
    site.close();
  }

  private static List<String> statements(String suffix, int rows) throws IOException {
    return statements(suffix, rows, SampleSettings.DATAFIX);
  }

  private static List<String> statements(String suffix, int rows, DatafixSettings settings)
      throws IOException {
    Rendering rendering =
        new Rendering(settings, Texts.of("en"), ScriptForm.TICKET, Optional.empty());
    String text = H2Site.script(NAME + suffix + ".sql", H2Site.changes(rows), rendering);
    return Stream.of(text.split(";\n"))
        .map(each -> each.replaceAll("(?m)^--.*\n", "").strip())
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private long run(String suffix, int rows) throws Exception {
    long changed = 0;
    for (String statement : statements(suffix, rows)) {
      changed += site.execute(statement);
    }
    return changed;
  }

  private List<String> counts(String suffix) throws Exception {
    List<String> selects = statements(suffix, 501);
    assertThat(selects).hasSize(3).allMatch(each -> each.startsWith("select"));
    return List.of(site.rows(selects.get(1)).get(0), site.rows(selects.get(2)).get(0));
  }

  @Test
  void ticket_changesARowAStatement_andItsCountsTellSo() throws Exception {
    List<String> before = site.table();
    assertThat(counts(".pre")).containsExactly("1|500|500|0|0", "2|1|1|0|0");
    assertThat(run("", 501)).isEqualTo(501);
    List<String> after = site.table();
    assertThat(counts(".post")).containsExactly("1|500|0|500|0", "2|1|0|1|0");
    assertThat(run("", 501)).isZero();
    assertThat(site.table()).isEqualTo(after);
    assertThat(run(".rollback", 501)).isEqualTo(501);
    assertThat(site.table()).isEqualTo(before);
    assertThat(run(".rollback", 501)).isZero();
  }

  @Test
  void ticket_leavesARowAlone_whenItIsNotAsSeen() throws Exception {
    site.execute("update parcel_outbound set row_version = 9 where outbound_id = 'OB-0001'");
    site.execute("update parcel_outbound set pickup_deadline = null where outbound_id = 'OB-0002'");
    site.execute("delete from parcel_outbound where outbound_id = 'OB-0501'");
    List<String> before = site.table();
    assertThat(counts(".pre")).containsExactly("1|500|498|0|2", "2|1|0|0|1");
    assertThat(run("", 501)).isEqualTo(498);
    assertThat(site.table().subList(0, 2)).isEqualTo(before.subList(0, 2));
    site.execute("update parcel_outbound set row_version = 9 where outbound_id = 'OB-0004'");
    assertThat(counts(".post")).containsExactly("1|500|0|497|3", "2|1|0|0|1");
    assertThat(run(".rollback", 501)).isEqualTo(497);
    assertThat(site.rows("select status from parcel_outbound where outbound_id = 'OB-0004'"))
        .containsExactly("AWAITING_PICKUP");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ticket_holdsUpdatesAndNothingElse(Dialect dialect) throws IOException {
    DatafixSettings settings = SampleSettings.datafix(dialect, ".*");
    for (String suffix : List.of("", ".rollback")) {
      assertThat(statements(suffix, 501, settings))
          .hasSize(501)
          .allMatch(each -> each.startsWith("update parcel_outbound\nset"))
          .noneMatch(each -> each.replace(FIRST_DEADLINE_ASKS, "").contains("select"));
    }
    for (String suffix : List.of(".pre", ".post")) {
      assertThat(statements(suffix, 501, settings))
          .hasSize(3)
          .allMatch(each -> each.startsWith("select"));
    }
  }

  /** PostgreSQL leaves the offset out where the column has no zone. */
  @Test
  void instants_areRightForAnyColumnOnPostgres() throws IOException {
    assertThat(statements("", 1, SampleSettings.datafix(Dialect.POSTGRESQL, ".*")).get(0))
        .contains("is not distinct from '2022-04-19 23:59:59+08:00'")
        .doesNotContain("timestamp");
  }
}
