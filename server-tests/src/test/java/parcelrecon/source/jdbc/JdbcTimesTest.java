package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
import parcelrecon.model.Moment;
import parcelrecon.model.Payment;
import parcelrecon.model.SourceName;
import parcelrecon.source.jdbc.JdbcSite.Rows;

/** Times of every database, on a machine whose own zone is far away from the site's. */
@ParameterizedClass
@EnumSource(SiteDatabase.class)
class JdbcTimesTest {

  /** The clocks went from 3:00 back to 2:00 at 1:00 UTC. */
  private static final String DAY_OF_BERLINS_DOUBLED_HOUR = "2022-10-30T";

  @Parameter SiteDatabase database;
  private final TimeZone machine = TimeZone.getDefault();
  private JdbcSite site;

  @BeforeEach
  void moveTheMachineFarAway() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    site =
        new JdbcSite(database)
            .of(SourceName.PAYMENTS)
            .query(
                "select id as parcel_id, id as payment_id, 1 as amount, paid_at from payment"
                    + " where paid_at >= :from and paid_at < :to order by paid_at");
  }

  @AfterEach
  void bringItBack() {
    TimeZone.setDefault(machine);
  }

  private void payments(String type, String... times) throws SQLException {
    site.run("create table payment (id varchar(10), paid_at " + type + ")");
    for (int i = 0; i < times.length; i++) {
      site.run("insert into payment values ('" + i + "', '" + times[i] + "')");
    }
  }

  private static List<Moment> paidAt(Rows rows) {
    return rows.accepted.stream().map(row -> ((Payment) row).paidAt()).toList();
  }

  private static Moment at(String instant) {
    return Moment.at(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource({"Asia/Taipei,true", "Asia/Taipei,false", "+08:00,true", "+08:00,false"})
  void timeWithoutZone_isLocalInTheSourcesZone(String zone, boolean own) throws SQLException {
    payments(
        database.localType(),
        "2022-04-13 18:32:59.999999",
        "2022-04-13 18:33:00",
        "2022-04-20 20:21:59.123456",
        "2022-04-20 20:22:00");

    assertThat(paidAt(site.zone(zone, own).readAll()))
        .containsExactly(at("2022-04-13T10:33:00Z"), at("2022-04-20T12:21:59.123456Z"));
  }

  @ParameterizedTest
  @CsvSource({"Asia/Taipei,true", "Asia/Taipei,false", "+08:00,true", "+08:00,false"})
  void timeWithZone_isAnInstant(String zone, boolean own) throws SQLException {
    payments(
        database.instantType(),
        "2022-04-13 10:32:59.999999",
        "2022-04-13 10:33:00",
        "2022-04-20 12:21:59.123456",
        "2022-04-20 12:22:00");

    assertThat(paidAt(site.zone(zone, own).readAll()))
        .containsExactly(at("2022-04-13T10:33:00Z"), at("2022-04-20T12:21:59.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void date_isADayOfTheSourcesZone(boolean own) throws SQLException {
    payments("date", "2022-04-14", "2022-04-21");

    assertThat(paidAt(site.zone("Asia/Taipei", own).readAll()))
        .containsExactly(
            new Moment(
                Instant.parse("2022-04-13T16:00:00Z"), Instant.parse("2022-04-14T16:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doubledHour_isToldApart_whereTheColumnHoldsInstants(boolean own) throws SQLException {
    payments(database.instantType(), "2022-10-30 00:30:00", "2022-10-30 01:30:00");
    site.zone("Europe/Berlin", own)
        .window(
            DAY_OF_BERLINS_DOUBLED_HOUR + "00:00:00Z", DAY_OF_BERLINS_DOUBLED_HOUR + "04:00:00Z");

    assertThat(paidAt(site.readAll()))
        .containsExactly(at("2022-10-30T00:30:00Z"), at("2022-10-30T01:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doubledHour_isRejected_whereTheColumnHoldsLocalTimes(boolean own) throws SQLException {
    payments(database.localType(), "2022-10-30 02:30:00");
    site.zone("Europe/Berlin", own)
        .window(
            DAY_OF_BERLINS_DOUBLED_HOUR + "00:00:00Z", DAY_OF_BERLINS_DOUBLED_HOUR + "04:00:00Z");

    assertThat(site.readAll().rejected)
        .singleElement()
        .satisfies(reject -> assertThat(reject.reason()).contains("happened twice"));
  }

  /** Read to a week after the window, when Berlin's clocks show another offset. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void clockChangeWithinWhatIsRead_losesNoRow(boolean own) throws SQLException {
    site.zone("Europe/Berlin", own).window("2022-10-28T10:00:00Z", "2022-10-28T11:00:00Z");
    payments(
        database.instantType(),
        "2022-10-28 08:59:59.999999",
        "2022-10-28 09:00:00",
        "2022-11-04 10:59:59.999999");
    List<Moment> expected = List.of(at("2022-10-28T09:00:00Z"), at("2022-11-04T10:59:59.999999Z"));
    assertThat(paidAt(site.readAll())).isEqualTo(expected);

    site.run("drop table payment");
    payments(
        database.localType(),
        "2022-10-28 10:59:59.999999",
        "2022-10-28 11:00:00",
        "2022-11-04 11:59:59.999999");
    assertThat(paidAt(site.readAll())).isEqualTo(expected);
  }

  /** Without its time-zone tables the server cannot count a day of a clock change. */
  @Test
  void dayTotal_ofADayOfAClockChange_isExactOrUnknown() throws SQLException {
    payments(
        database.instantType(),
        "2022-10-29 22:00:00",
        "2022-10-30 22:59:59",
        "2022-10-30 23:00:00");
    site.zone("Europe/Berlin", false)
        .window(
            DAY_OF_BERLINS_DOUBLED_HOUR + "10:00:00Z", DAY_OF_BERLINS_DOUBLED_HOUR + "11:00:00Z")
        .dayTotal("select count(*) from payment where paid_at >= :day_from and paid_at < :day_to");

    if (database == SiteDatabase.H2 || database == SiteDatabase.POSTGRESQL) {
      assertThat(site.plan().dayTotal()).hasValue(2);
    } else {
      assertThat(site.plan().dayTotal()).isEmpty();
    }
  }
}
