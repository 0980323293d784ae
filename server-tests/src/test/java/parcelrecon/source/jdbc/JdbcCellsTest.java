package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static parcelrecon.source.jdbc.SiteDatabase.H2;
import static parcelrecon.source.jdbc.SiteDatabase.MARIADB;
import static parcelrecon.source.jdbc.SiteDatabase.MYSQL;
import static parcelrecon.source.jdbc.SiteDatabase.POSTGRESQL;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.source.jdbc.JdbcSite.Rows;

/** How the column types of every database read. */
class JdbcCellsTest {

  private static final Map<SiteDatabase, String> URLS = new EnumMap<>(SiteDatabase.class);

  private static Stream<Arguments> of(
      List<SiteDatabase> databases, String type, String literal, String expected) {
    return databases.stream().map(database -> Arguments.of(database, type, literal, expected));
  }

  private static JdbcSite table(SiteDatabase database, String type, String literal)
      throws SQLException {
    String lax = database == MARIADB || database == MYSQL ? "set sql_mode = ''" : "select 1";
    return new JdbcSite(database)
        .of(SourceName.PAYMENTS)
        .run(
            lax, "create table cell (v " + type + ")", "insert into cell values (" + literal + ")");
  }

  static Stream<Arguments> texts() {
    List<SiteDatabase> all = List.of(SiteDatabase.values());
    List<SiteDatabase> maria = List.of(MARIADB, MYSQL);
    return Stream.of(
            of(all, "varchar(10)", "'P1'", "P1"),
            of(all, "varchar(10)", "'P1  '", "P1  "),
            of(all, "char(10)", "'P1'", "P1"),
            of(all, "char(10)", "' P1 '", " P1"),
            of(all, "int", "12", "12"),
            of(all, "bigint", "9223372036854775807", "9223372036854775807"),
            of(all, "decimal(20, 2)", "12.50", "12.5"),
            of(all, "real", "0.1", "0.1"),
            of(all, "double precision", "0.1", "0.1"),
            of(List.of(H2, POSTGRESQL), "boolean", "true", "true"),
            of(
                List.of(H2, POSTGRESQL),
                "uuid",
                "'5d0b8b5a-4a5c-4b7e-9f0e-1f2a3b4c5d6e'",
                "5d0b8b5a-4a5c-4b7e-9f0e-1f2a3b4c5d6e"),
            of(List.of(POSTGRESQL), "text", "'P1'", "P1"),
            of(List.of(POSTGRESQL), "jsonb", "'{\"a\": 1}'", "{\"a\": 1}"),
            of(List.of(POSTGRESQL), "bit(3)", "b'101'", "101"),
            of(
                List.of(POSTGRESQL),
                "numeric",
                "'NaN'",
                "rejected: column parcel_id cannot be read: ..."),
            of(List.of(POSTGRESQL), "money", "'12.50'", "$12.50"),
            of(maria, "bigint unsigned", "18446744073709551615", "18446744073709551615"),
            of(maria, "int unsigned", "4000000000", "4000000000"),
            of(maria, "tinyint(1)", "2", "2"),
            of(maria, "boolean", "true", "1"),
            of(maria, "bit(1)", "1", "1"),
            of(maria, "bit(8)", "5", "5"),
            of(maria, "year", "2022", "2022"),
            of(maria, "enum('A', 'B')", "'B'", "B"),
            of(maria, "varchar(10) character set big5", "'物流'", "物流"),
            of(maria, "json", "'{\"a\":1}'", "{\"a\":1}"))
        .flatMap(cells -> cells);
  }

  @ParameterizedTest
  @MethodSource
  void texts(SiteDatabase database, String type, String literal, String expected)
      throws SQLException {
    Rows rows =
        table(database, type, literal)
            .query("select v as parcel_id, 'Y' as payment_id, 1 as amount from cell")
            .readAll();

    String seen =
        rows.rejected.isEmpty()
            ? rows.accepted.get(0).parcelId()
            : "rejected: " + rows.rejected.get(0).reason();
    assertThat(seen).matches(Pattern.quote(expected).replace("...", "\\E.*\\Q"));
  }

  static Stream<Arguments> times() {
    List<SiteDatabase> maria = List.of(MARIADB, MYSQL);
    return Stream.of(
            of(
                List.of(SiteDatabase.values()),
                "varchar(30)",
                "'2022-04-13T18:33:00'",
                "2022-04-13T10:33:00Z"),
            of(
                List.of(SiteDatabase.values()),
                "varchar(30)",
                "'2022-04-13T10:33:00Z'",
                "2022-04-13T10:33:00Z"),
            of(List.of(SiteDatabase.values()), "bigint", "1649845980000", "2022-04-13T10:33:00Z"),
            of(maria, "datetime", "'0000-00-00 00:00:00'", "absent"),
            of(maria, "timestamp", "0", "absent"),
            of(maria, "date", "'0000-00-00'", "absent"),
            of(maria, "datetime", "'2022-00-00 00:00:00'", "rejected"),
            of(List.of(POSTGRESQL), "timestamptz", "'infinity'", "rejected"),
            of(List.of(POSTGRESQL), "timestamp", "'-infinity'", "rejected"))
        .flatMap(cells -> cells);
  }

  @ParameterizedTest
  @MethodSource
  void times(SiteDatabase database, String type, String literal, String expected)
      throws SQLException {
    Rows rows =
        table(database, type, literal)
            .query(
                "select 'P1' as parcel_id, 'Y' as payment_id, 1 as amount, v as paid_at from cell")
            .readAll();

    if (expected.equals("rejected")) {
      assertThat(rows.rejected)
          .singleElement()
          .satisfies(reject -> assertThat(reject.parcelId()).isEqualTo("P1"));
    } else {
      Payment payment = (Payment) rows.accepted.get(0);
      assertThat(payment.paidAt() == null ? "absent" : payment.paidAt().start().toString())
          .isEqualTo(expected);
    }
  }
}
