package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Outbound;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.KeyLookup;
import parcelrecon.source.Split;
import parcelrecon.source.jdbc.JdbcSite.Rows;

/** What every database does alike. */
@ParameterizedClass
@EnumSource(SiteDatabase.class)
class JdbcContractTest {

  private static final String COLUMNS =
      """
      select outbound_id, parcel_id, payment, due as amount_due, status, version as row_version,
             requested_at as "Requested_At", completed_at
        from parcel_outbound
      """;

  private static final String QUERY =
      COLUMNS + " where completed_at >= :from and completed_at < :to order by outbound_id;";

  private static final String BY_KEY = COLUMNS + " where parcel_id in (<parcel_ids>)";

  @Parameter SiteDatabase database;
  private JdbcSite site;

  @BeforeEach
  void createSite() throws SQLException {
    site =
        new JdbcSite(database)
            .run(
                """
                create table parcel_outbound (outbound_id varchar(40) primary key,
                  parcel_id varchar(40), payment varchar(10), due decimal(12, 2),
                  status varchar(20), version int, requested_at %s, completed_at %s)
                """
                    .formatted(database.instantType(), database.instantType()))
            .query(unquoted(QUERY))
            .byKey(unquoted(BY_KEY));
  }

  /** MariaDB and MySQL quote otherwise, and fold no case anyway. */
  private String unquoted(String sql) {
    return sql.replace("\"", "");
  }

  private static String outbound(String id, String utc) {
    return "insert into parcel_outbound values ('%s', 'P-%s', 'COD', 380.00, 'COMPLETED', 3, '%s', '%s')"
        .formatted(id, id, utc, utc);
  }

  @Test
  void read_mapsRowsToRecordsCitedByTableAndKey() throws SQLException {
    site.run(outbound("O1", "2022-04-13 11:42:39.125"));

    assertThat(site.readAll().accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Outbound.class,
            outbound -> {
              assertThat(outbound.ref().text()).isEqualTo("outbound:parcel_outbound:O1");
              assertThat(outbound.parcelId()).isEqualTo("P-O1");
              assertThat(outbound.dueMinor()).isEqualTo(38_000);
              assertThat(outbound.rowVersion()).isEqualTo(3);
              assertThat(outbound.requestedAt())
                  .isEqualTo(Instant.parse("2022-04-13T11:42:39.125Z"));
            });
  }

  @Test
  void read_takesMarginsHalfOpen() throws SQLException {
    site.run(
        outbound("1-before", "2022-04-13 10:32:59.999"),
        outbound("2-first", "2022-04-13 10:33:00"),
        outbound("3-last", "2022-04-20 12:21:59.999"),
        outbound("4-after", "2022-04-20 12:22:00"));

    assertThat(site.readAll().parcels()).containsExactly("P-2-first", "P-3-last");
  }

  @Test
  void read_takesEverything_whenWindowIsAll() throws SQLException {
    site.run(outbound("1-old", "1971-07-20 20:17:00"), outbound("2-new", "2037-01-01 00:00:00"));

    assertThat(site.all().readAll().parcels()).containsExactly("P-1-old", "P-2-new");
  }

  @Test
  void plan_tellsRange_whetherParcelsCanBeLookedUp_andTheSnapshotsName() {
    Reason read = Reason.of(Code.ONE_SNAPSHOT, "2022-04-13T10:33:00Z", "2022-04-20T12:22:00Z");
    assertThat(site.plan().reasons()).containsExactly(read);
    assertThat(site.byKey(null).plan().reasons()).containsExactly(read, Reason.of(Code.NO_BY_KEY));
  }

  @Test
  void plan_countsTheLocalDays_whenDayTotalIsGiven() throws SQLException {
    site.run(
        outbound("1", "2022-04-12 15:59:59"),
        outbound("2", "2022-04-12 16:00:00"),
        outbound("3", "2022-04-13 15:59:59"),
        outbound("4", "2022-04-13 16:00:00"));
    site.dayTotal(
        "select count(*) from parcel_outbound"
            + " where completed_at >= :day_from and completed_at < :day_to");

    assertThat(site.plan().dayTotal()).hasValue(2);
    assertThat(site.dayTotal("select sum(due) from parcel_outbound where 1 = 0").plan().dayTotal())
        .isEmpty();
  }

  @Test
  void read_seesOneSnapshot_whenAnotherConnectionWrites() throws SQLException {
    site.run(outbound("1", "2022-04-13 12:00:00"));
    try (Connection writer = site.connect();
        JdbcSource source = site.source()) {
      var split = site.plan(source).splits().get(0);
      SiteDatabase.run(
          writer,
          outbound("2", "2022-04-13 12:01:00"),
          "delete from parcel_outbound where outbound_id = '1'");

      Rows first = new Rows();
      source.read(split, first);
      Rows later = JdbcSite.lookUp(source, "P-1", "P-2");
      Rows again = new Rows();
      source.read(split, again);

      assertThat(first.parcels()).containsExactly("P-1");
      assertThat(later.parcels()).containsExactly("P-2");
      assertThat(again.accepted).isEqualTo(first.accepted);
    }
  }

  @Test
  void byKey_findsRowsOutsideTheMargins_forTheMostParcelsOneCallTakes() throws SQLException {
    site.run(
        "insert into parcel_outbound (outbound_id, parcel_id, payment, due, completed_at)"
            + " select concat('O', n), concat('P', n), 'COD', 1, '2020-01-01 00:00:00' from "
            + database.numbers(KeyLookup.PARCELS_MAX + 1));
    String[] parcels =
        IntStream.rangeClosed(1, KeyLookup.PARCELS_MAX)
            .mapToObj(i -> "P" + i)
            .toArray(String[]::new);

    try (JdbcSource source = site.source()) {
      assertThat(JdbcSite.lookUp(source, parcels).parcels()).containsExactlyInAnyOrder(parcels);
    }
  }

  /** To a collation that folds case, p-1 and P-1 are one; to us they are not. */
  @Test
  void byKey_leavesOutOtherParcels_whenTheDatabaseTakesThemForTheSame() throws SQLException {
    site.run(
        outbound("1", "2022-04-13 12:00:00"),
        outbound("2", "2022-04-13 12:00:00"),
        outbound("3", "2022-04-13 12:00:00"),
        "update parcel_outbound set parcel_id = 'p-1' where outbound_id = '2'",
        "update parcel_outbound set parcel_id = 'P-1 ', payment = 'CASH' where outbound_id = '3'");
    site.byKey(
        unquoted(COLUMNS)
            + " where lower(trim(parcel_id)) in (<parcel_ids>) or parcel_id in (<parcel_ids>)"
            + " order by outbound_id");

    try (JdbcSource source = site.source()) {
      Rows small = JdbcSite.lookUp(source, "p-1");
      assertThat(small.parcels()).containsExactly("p-1");
      assertThat(small.accepted.get(0).ref().text()).endsWith(":2");
      Rows both = JdbcSite.lookUp(source, "P-1", "p-1");
      assertThat(both.parcels()).containsExactly("P-1", "p-1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void ranges_togetherReadEveryRowOnce_inOneSnapshot(int ranges) throws SQLException {
    site.run(
        outbound("1", "2022-04-13 10:33:00"),
        outbound("2", "2022-04-14 10:00:00"),
        outbound("3", "2022-04-16 10:00:00"),
        outbound("4", "2022-04-18 10:00:00"),
        outbound("5", "2022-04-20 12:21:59.999"));
    site.ranges(ranges);
    try (Connection writer = site.connect();
        JdbcSource source = site.source()) {
      List<Split> splits = site.plan(source).splits();
      Rows rows = new Rows();
      for (Split split : splits) {
        SiteDatabase.run(writer, outbound("new" + split.ordinal(), "2022-04-19 10:00:00"));
        source.read(split, rows);
      }
      assertThat(splits).hasSize(ranges);
      assertThat(rows.parcels()).containsExactly("P-1", "P-2", "P-3", "P-4", "P-5");
    }
    assertThat(site.all().plan().splits()).hasSize(1);
  }

  @Test
  @Timeout(30)
  void read_stopsAtOnce_whenFarMoreRowsAreThereThanWanted() {
    site.query(
        "select concat('P', n) as parcel_id, 'COD' as payment, 1 as amount_due,"
            + " '2022-04-13T19:40:00' as completed_at, concat('O', n) as outbound_id from "
            + database.numbers(100_000_000_000L));
    List<SourceRecord> seen = new java.util.ArrayList<>();
    Rows stopping =
        new Rows() {
          @Override
          public void accept(SourceRecord row) {
            seen.add(row);
            if (seen.size() == 5_000) {
              throw new EnoughRead();
            }
          }
        };
    try (JdbcSource source = site.source()) {
      var split = site.plan(source).splits().get(0);
      assertThatThrownBy(() -> source.read(split, stopping)).isInstanceOf(EnoughRead.class);
    }
  }

  private static final class EnoughRead extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void read_rejectsARowAndGoesOn_whenACellMakesNoSense() throws SQLException {
    site.run(
        outbound("1", "2022-04-13 12:00:00"),
        outbound("2", "2022-04-13 12:00:00"),
        "update parcel_outbound set payment = 'CASH' where outbound_id = '1'");

    Rows rows = site.readAll();

    assertThat(rows.accepted).extracting(SourceRecord::parcelId).containsExactly("P-2");
    assertThat(rows.rejected)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.parcelId()).isEqualTo("P-1");
              assertThat(reject.ref().text()).isEqualTo("outbound:parcel_outbound:1");
              assertThat(reject.row()).containsIgnoringCase("payment=CASH;amount_due=380.00");
            });
  }

  @Test
  void ref_namesTheSource_whenTheKeyComesFromNoTable() {
    site.byKey(null)
        .query(
            "select 'P1' as parcel_id, 'COD' as payment, 1 as amount_due,"
                + " '2022-04-13T19:40:00' as completed_at");
    assertThat(site.readAll().accepted.get(0).ref().text()).isEqualTo("outbound:outbound:P1");
  }

  @Test
  void payments_areCompleteThroughTheSnapshot_whenTheConfigurationDoesNotSay() {
    site.of(SourceName.PAYMENTS)
        .byKey(null)
        .query("select 'P1' as parcel_id, 'Y1' as payment_id, 12.50 as amount");
    assertThat(site.plan().completeThrough())
        .hasValueSatisfying(
            through ->
                assertThat(through).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS)));
  }
}
