package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.model.Attempt;
import parcelrecon.model.Coverage.Code;
import parcelrecon.model.Coverage.Reason;
import parcelrecon.model.Outbound;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.model.Window;
import parcelrecon.source.CollectingSink;
import parcelrecon.source.KeyLookup;
import parcelrecon.source.PlanRequest;
import parcelrecon.source.RecordSink;

class JdbcSourceTest {

  private static final String TABLE =
      """
      create table parcel_outbound (outbound_id varchar(40) primary key, parcel_id varchar(40),
        payment varchar(10), due decimal(12, 2), status varchar(20), version int,
        requested_at timestamp with time zone, completed_at timestamp with time zone)
      """;

  private static final String COLUMNS =
      """
      select outbound_id, parcel_id, payment, due as amount_due, status, version as row_version,
             requested_at as "Requested_At", completed_at
        from parcel_outbound
      """;

  private static final String QUERY =
      COLUMNS + " where completed_at >= :from and completed_at < :to order by outbound_id;";

  private static final String BY_KEY = COLUMNS + " where parcel_id in (<parcel_ids>)";

  @TempDir Path folder;
  private H2Site site;

  @BeforeEach
  void createSite() throws SQLException {
    site = new H2Site(folder).run(TABLE).query(QUERY);
  }

  private static String outbound(String id, String completedAt) {
    return "insert into parcel_outbound values ('%s', 'P-%s', 'COD', 380.00, 'COMPLETED', 3, "
            .formatted(id, id)
        + "timestamp with time zone '%s', timestamp with time zone '%s')"
            .formatted(completedAt, completedAt);
  }

  @Test
  void read_mapsRowsToRecordsCitedByTableAndKey() throws SQLException {
    site.run(outbound("O1", "2022-04-13 19:42:39.125+08:00"));

    assertThat(site.readAll().accepted())
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
        outbound("before", "2022-04-13 10:32:59.999+00:00"),
        outbound("first", "2022-04-13 10:33:00+00:00"),
        outbound("last", "2022-04-20 12:21:59.999+00:00"),
        outbound("after", "2022-04-20 12:22:00+00:00"));

    assertThat(site.readAll().accepted())
        .extracting(SourceRecord::parcelId)
        .containsExactly("P-first", "P-last");
  }

  @Test
  void read_takesEverything_whenWindowIsAll() throws SQLException {
    site.run(outbound("old", "1969-07-20 20:17:00+00:00"), outbound("new", "9998-01-01 00:00:00Z"));

    try (JdbcSource source = site.source()) {
      var plan = source.plan(new PlanRequest(Window.all(H2Site.TAIPEI), 1));
      CollectingSink sink = new CollectingSink();
      source.read(plan.splits().get(0), sink);
      assertThat(sink.accepted()).hasSize(2);
    }
  }

  @Test
  void plan_tellsSnapshotAndRange_andWhetherParcelsCanBeLookedUp() {
    assertThat(site.plan().reasons())
        .containsExactly(
            Reason.of(Code.ONE_SNAPSHOT, "2022-04-13T10:33:00Z", "2022-04-20T12:22:00Z"),
            Reason.of(Code.NO_BY_KEY));
    assertThat(site.byKey(BY_KEY).plan().reasons())
        .extracting(Reason::code)
        .containsExactly(Code.ONE_SNAPSHOT);
  }

  @Test
  void plan_countsTheLocalDays_whenDayTotalIsGiven() throws SQLException {
    site.run(
        outbound("1", "2022-04-12 23:59:59+08:00"),
        outbound("2", "2022-04-13 00:00:00+08:00"),
        outbound("3", "2022-04-13 23:59:59+08:00"),
        outbound("4", "2022-04-14 00:00:00+08:00"));
    site.dayTotal(
        "select count(*) from parcel_outbound"
            + " where completed_at >= :day_from and completed_at < :day_to");

    assertThat(site.plan().dayTotal()).hasValue(2);
    assertThat(site.dayTotal("select cast(null as int)").plan().dayTotal()).isEmpty();
  }

  @Test
  void read_seesOneSnapshot_whenAnotherConnectionWrites() throws SQLException {
    site.run(outbound("1", "2022-04-13 20:00:00+08:00"));
    site.byKey(BY_KEY);
    try (Connection writer = site.connect();
        JdbcSource source = site.source()) {
      var split = H2Site.plan(source).splits().get(0);
      writer.createStatement().execute(outbound("2", "2022-04-13 20:01:00+08:00"));
      writer.createStatement().execute("delete from parcel_outbound where outbound_id = '1'");

      CollectingSink first = new CollectingSink();
      source.read(split, first);
      CollectingSink later = new CollectingSink();
      source.byKey().orElseThrow().lookUp(List.of("P-1", "P-2"), later);
      CollectingSink again = new CollectingSink();
      source.read(split, again);

      assertThat(first.accepted()).extracting(SourceRecord::parcelId).containsExactly("P-1");
      assertThat(later.accepted()).extracting(SourceRecord::parcelId).containsExactly("P-2");
      assertThat(again.accepted()).isEqualTo(first.accepted());
    }
  }

  @Test
  void byKey_findsRowsOutsideTheMargins_forTheMostParcelsOneCallTakes() throws SQLException {
    site.byKey(BY_KEY);
    try (Connection writer = site.connect()) {
      for (int i = 1000; i < 1000 + KeyLookup.PARCELS_MAX + 1; i++) {
        writer.createStatement().execute(outbound("" + i, "2020-01-01 00:00:00Z"));
      }
    }
    List<String> parcels =
        IntStream.range(1000, 1000 + KeyLookup.PARCELS_MAX).mapToObj(i -> "P-" + i).toList();

    try (JdbcSource source = site.source()) {
      CollectingSink found = new CollectingSink();
      source.byKey().orElseThrow().lookUp(parcels, found);
      assertThat(found.accepted()).extracting(SourceRecord::parcelId).hasSameElementsAs(parcels);
      assertThatThrownBy(
              () ->
                  source
                      .byKey()
                      .orElseThrow()
                      .lookUp(
                          IntStream.rangeClosed(0, KeyLookup.PARCELS_MAX)
                              .mapToObj(i -> "P" + i)
                              .toList(),
                          found))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @Timeout(30)
  void read_streams_whenTheResultIsFarLargerThanTheMemory() {
    site.query(
        """
        select 'P' || x as parcel_id, 'COD' as payment, 1 as amount_due,
               timestamp '2022-04-13 19:40:00' as completed_at
          from system_range(1, 100000000000)
        """);
    long[] rows = {0};
    RecordSink stopping =
        new RecordSink() {
          @Override
          public void accept(SourceRecord row) {
            rows[0]++;
            if (rows[0] == 5_000) {
              throw new EnoughRead();
            }
          }

          @Override
          public void reject(parcelrecon.model.Reject reject) {
            throw new AssertionError(reject);
          }

          @Override
          public void filter() {
            throw new AssertionError();
          }
        };
    try (JdbcSource source = site.source()) {
      var split = H2Site.plan(source).splits().get(0);
      assertThatThrownBy(() -> source.read(split, stopping)).isInstanceOf(EnoughRead.class);
    }
  }

  private static final class EnoughRead extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void read_rejectsARowAndGoesOn_whenACellMakesNoSense() throws SQLException {
    site.run(
        outbound("1", "2022-04-13 20:00:00+08:00"),
        outbound("2", "2022-04-13 20:00:00+08:00"),
        "update parcel_outbound set payment = 'CASH' where outbound_id = '1'");

    CollectingSink sink = site.readAll();

    assertThat(sink.accepted()).extracting(SourceRecord::parcelId).containsExactly("P-2");
    assertThat(sink.rejected())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.parcelId()).isEqualTo("P-1");
              assertThat(reject.ref().text()).isEqualTo("outbound:parcel_outbound:1");
              assertThat(reject.row()).contains("PAYMENT=CASH;AMOUNT_DUE=380.00");
            });
  }

  @Test
  void ref_namesTheSource_whenTheKeyComesFromNoTable() {
    site.query(
        "select 'P1' as parcel_id, 'COD' as payment, 1 as amount_due,"
            + " timestamp '2022-04-13 19:40:00' as completed_at");
    assertThat(site.readAll().accepted().get(0).ref().text()).isEqualTo("outbound:outbound:P1");
  }

  @Test
  void ref_ofAnAttempt_isParcelAndStart() {
    site.of(SourceName.ATTEMPTS)
        .query(
            "select 'P1' as parcel_id, 'OK' as outcome,"
                + " timestamp with time zone '2022-04-13 19:40:00+08:00' as started_at");
    assertThat(site.readAll().accepted().get(0).ref().text())
        .isEqualTo("attempts:attempts:P1@2022-04-13T11:40:00Z");
  }

  @Test
  void ref_ofAnAttempt_isParcelAndEnd_whenThatIsItsTime() {
    site.of(SourceName.ATTEMPTS)
        .column("ended_at", "at")
        .query(
            "select 'P1' as parcel_id, 'OK' as outcome, 9001 as duration_millis,"
                + " timestamp with time zone '2022-04-13 19:42:39+08:00' as at");
    assertThat(site.readAll().accepted())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.ref().text()).isEqualTo("attempts:attempts:P1@2022-04-13T11:42:39Z");
              assertThat(((Attempt) row).startedAt())
                  .isEqualTo(Instant.parse("2022-04-13T11:42:29.999Z"));
            });
  }

  @Test
  void payments_areCompleteThroughTheSnapshot_whenTheConfigurationDoesNotSay() {
    site.of(SourceName.PAYMENTS)
        .query("select 'P1' as parcel_id, 'Y1' as payment_id, 12.50 as amount");
    assertThat(site.plan().completeThrough())
        .hasValueSatisfying(
            through ->
                assertThat(Duration.between(through, Instant.now()))
                    .isBetween(Duration.ofSeconds(-5), Duration.ofSeconds(60)));
  }
}
