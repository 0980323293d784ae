package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.datafix.TableRow;
import parcelrecon.model.Outbound;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.ProblemException;

/** Rows asked for by key, on every database, from a machine whose zone is far away. */
@ParameterizedClass
@EnumSource(SiteDatabase.class)
class TableRowsTest {

  private static final RowNames NAMES =
      new RowNames(
          "parcel_outbound",
          "outbound_id",
          "status",
          "row_version",
          Optional.of("pickup_deadline"));

  @Parameter SiteDatabase database;
  private final TimeZone machine = TimeZone.getDefault();
  private JdbcSite site;

  @BeforeEach
  void moveTheMachineFarAway() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    site = new JdbcSite(database).query(query());
  }

  @AfterEach
  void bringItBack() {
    TimeZone.setDefault(machine);
  }

  private static String query() {
    return "select outbound_id, outbound_id as parcel_id, 'COD' as payment, 1 as amount_due,"
        + " 'COMPLETED' as status, row_version, pickup_deadline, completed_at from parcel_outbound"
        + " where completed_at >= :from and completed_at < :to order by outbound_id";
  }

  private void table(String idType, String deadlineType) throws SQLException {
    site.run(
        "create table parcel_outbound (outbound_id %s, status char(20), row_version int, %s)"
            .formatted(
                idType,
                "pickup_deadline %s, completed_at %s"
                    .formatted(deadlineType, database.instantType())));
  }

  private void row(String id, String state, int version, String deadline) throws SQLException {
    site.run(
        "insert into parcel_outbound values ('%s', '%s', %d, %s, '2022-04-13 12:00:00')"
            .formatted(id, state, version, deadline == null ? "null" : "'" + deadline + "'"));
  }

  private List<TableRow> rows(String... keys) {
    try (TableRows table = site.table(NAMES)) {
      return table.rows(List.of(keys)).stream()
          .sorted(Comparator.comparing(TableRow::key))
          .toList();
    }
  }

  @Test
  void rows_areFoundByKey_withoutPadding() throws SQLException {
    table("char(12)", database.instantType());
    row("O1", "PICKED_UP", 3, "2022-04-15 15:59:59.123456");
    row("O2", "AWAITING_PICKUP", 4, null);
    row("O3", "PICKED_UP", 1, null);
    assertThat(rows("O1", "O2", "O9"))
        .containsExactly(
            new TableRow(
                "O1",
                "PICKED_UP",
                3L,
                Instant.parse("2022-04-15T15:59:59.123456Z"),
                Optional.empty()),
            new TableRow("O2", "AWAITING_PICKUP", 4L, null, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"varchar(40)", "bigint", "decimal(20)"})
  void keys_areOfAnyType(String type) throws SQLException {
    table(type, database.instantType());
    row("20220413001", "PICKED_UP", 1, null);
    assertThat(rows("20220413001")).extracting(TableRow::key).containsExactly("20220413001");
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Taipei,true",
    "Asia/Taipei,false",
    "+08:00,true",
    "Europe/Berlin,false",
    "UTC,true"
  })
  void deadline_equalsTheOneTheSourceSaw(String zone, boolean own) throws SQLException {
    for (String type : deadlineTypes()) {
      table("varchar(40)", type);
      row("O1", "PICKED_UP", 1, "2022-04-15T23:59:59");
      row("O2", "PICKED_UP", 1, "2022-10-29T02:30:00");
      row("O3", "PICKED_UP", 1, null);
      List<Instant> seen =
          site.zone(zone, own).readAll().accepted.stream()
              .map(row -> ((Outbound) row).pickupDeadline())
              .toList();
      assertThat(rows("O1", "O2", "O3"))
          .as(type)
          .extracting(TableRow::deadline)
          .isEqualTo(seen)
          .last()
          .isNull();
      assertThat(seen.get(0)).isNotNull();
      site.run("drop table parcel_outbound");
    }
  }

  private List<String> deadlineTypes() {
    return switch (database) {
      case H2 -> List.of("timestamp(9) with time zone", "timestamp", "varchar(40)");
      case POSTGRESQL -> List.of("timestamptz", "timestamp", "timestamptz(0)", "date");
      case MARIADB, MYSQL ->
          List.of("timestamp null", "timestamp(6) null", "datetime", "datetime(6)", "date");
    };
  }

  @Test
  void rowsOfOneKey_areAllThere_whenItIsNotUnique() throws SQLException {
    table("varchar(40)", database.instantType());
    row("O1", "PICKED_UP", 1, null);
    row("O1", "PICKED_UP", 2, null);
    assertThat(rows("O1")).extracting(TableRow::version).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void column_isTold_whenItIsNoKey() throws SQLException {
    table("varchar(40)", database.instantType());
    site.run(
        "insert into parcel_outbound select 'O1', 'PICKED_UP', n, null, null from "
            + database.numbers(5_001));
    assertThatThrownBy(() -> rows("O1"))
        .hasMessageContaining(
            "outbound_id of parcel_outbound is no key, more than 5000 rows share it");
  }

  @Test
  void row_isTold_whenItCannotBeRead() throws SQLException {
    site.run(
        "create table parcel_outbound (outbound_id varchar(40), status varchar(20),"
            + " row_version varchar(20), pickup_deadline varchar(40))",
        "insert into parcel_outbound values ('O1', 'PICKED_UP', 'x', null)",
        "insert into parcel_outbound values ('O2', 'PICKED_UP', '1', 'soon')",
        "insert into parcel_outbound values ('O3', 'PICKED_UP', '1.5', '')");
    assertThat(rows("O1", "O2", "O3"))
        .allSatisfy(row -> assertThat(row.unread()).isPresent())
        .extracting(TableRow::key)
        .containsExactly("O1", "O2", "O3");
  }

  @Test
  void deadline_isNotAskedFor_whenTheTableHasNone() throws SQLException {
    site.run(
        "create table parcel_outbound (outbound_id varchar(40), status int, row_version bigint)",
        "insert into parcel_outbound values ('O1', 3, 7)");
    RowNames names =
        new RowNames("parcel_outbound", "outbound_id", "status", "row_version", Optional.empty());
    try (TableRows table = site.table(names)) {
      assertThat(table.rows(List.of("O1")))
          .containsExactly(new TableRow("O1", "3", 7L, null, Optional.empty()));
      assertThat(table.rows(List.of())).isEmpty();
    }
  }

  @Test
  void rows_areOfOneSnapshot() throws SQLException {
    table("varchar(40)", database.instantType());
    row("O1", "PICKED_UP", 1, null);
    try (Connection writer = site.connect();
        TableRows table = site.table(NAMES)) {
      List<TableRow> before = table.rows(List.of("O1"));
      SiteDatabase.run(writer, "update parcel_outbound set row_version = 2");
      assertThat(table.rows(List.of("O1"))).isEqualTo(before);
    }
    assertThat(rows("O1")).extracting(TableRow::version).containsExactly(2L);
  }

  @Test
  void keys_runNothing() throws SQLException {
    table("varchar(40)", database.instantType());
    row("O1", "PICKED_UP", 1, null);
    assertThat(rows("' or 1=1 --", "\\", ":keys", "<keys>", "?", "O1'); delete from t; --"))
        .isEmpty();
    assertThat(rows("O1")).hasSize(1);
  }

  @Test
  void keys_areFiveHundredAtMost() throws SQLException {
    table("varchar(40)", database.instantType());
    row("O1", "PICKED_UP", 1, null);
    try (TableRows table = site.table(NAMES)) {
      assertThat(table.rows(Collections.nCopies(500, "O1"))).hasSize(1);
      assertThatThrownBy(() -> table.rows(Collections.nCopies(501, "O1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void table_isTold_whenItIsNotTheOneNamed() throws SQLException {
    site.run("create table another (id int)");
    assertThatThrownBy(() -> rows("O1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
              assertThat(e.getMessage())
                  .startsWith("sources.outbound: ")
                  .contains(" did not show rows of parcel_outbound (")
                  .endsWith("may read it.");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;drop table x", "", "1a", "a.b.c", "\"a\"", "a--"})
  void names_arePlain(String name) {
    assertThatThrownBy(() -> new RowNames(name, "k", "s", "v", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RowNames("t", "k", "s", "v", Optional.of(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
